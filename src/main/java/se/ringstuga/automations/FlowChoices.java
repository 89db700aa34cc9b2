package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.PageForm;

/** What steps and beginnings of flows may point to, by title; what a form has chosen already is among it though it is closed. */
@ApplicationScoped
class FlowChoices {

    private static final NamedSql SURVEYS = NamedSql.of("""
            select t.id, t.title from survey t join organization_closure c on c.ancestor_id = t.organization_id
            where c.descendant_id = :organization and (t.closed_at is null or t.id = any (cast(:chosen as bigint[])))
            order by lower(t.title), t.id limit 200""");

    private static final NamedSql ASSIGNMENTS = NamedSql.of("""
            select id, title from call_assignment
            where organization_id = :organization and (closed_at is null or id = any (cast(:chosen as bigint[])))
            order by id desc limit 200""");

    private static final NamedSql QUESTIONS = NamedSql.of("""
            select q.id, t.title || ': ' || q.text as title
            from survey t join organization_closure c on c.ancestor_id = t.organization_id
            join question q on q.survey_id = t.id and q.type = 'DATE'
            where c.descendant_id = :organization
              and ((t.closed_at is null and q.version_number = t.current_version) or q.id = any (cast(:chosen as bigint[])))
            order by lower(t.title), q.position, q.id limit 200""");

    /** Those of the version that is asked now; a chosen one of an older version only where it has no heir. */
    private static final NamedSql OPTIONS = NamedSql.of("""
            with asked as (
              select o.id, o.lineage, o.text, q.text as question, q.version_number, q.position as place, o.position,
                     q.version_number = t.current_version as now, o.id = any (cast(:chosen as bigint[])) as chosen
              from survey t join organization_closure c on c.ancestor_id = t.organization_id
              join question q on q.survey_id = t.id
              join question_option o on o.question_id = q.id
              where c.descendant_id = :organization and t.id = :survey)
            select a.id, a.question || ': ' || a.text as title,
                   exists (select from asked b where b.lineage = a.lineage and b.chosen) as chosen
            from asked a
            where a.now or (a.chosen and not exists (select from asked b where b.now and b.lineage = a.lineage))
            order by a.place, a.position, a.id limit 200""");

    private final Sql sql;

    FlowChoices(Sql sql) {
        this.sql = sql;
    }

    record Choice(long id, String words) {}

    /** @param chosen whether it is among those that are chosen, in whatever version of it */
    record Option(long id, String words, boolean chosen) {}

    List<Choice> surveys(long organizationId, PageForm form) {
        return sql.list(
                SURVEYS, parameters(organizationId, form, "survey", "surveyId", "isSurvey"), FlowChoices::choice);
    }

    List<Choice> assignments(long organizationId, PageForm form) {
        return sql.list(ASSIGNMENTS, parameters(organizationId, form, "assignment"), FlowChoices::choice);
    }

    /** Of all surveys those that ask for a date. */
    List<Choice> questions(long organizationId, PageForm form) {
        return sql.list(QUESTIONS, parameters(organizationId, form, "question"), FlowChoices::choice);
    }

    /** @param chosen some that are chosen already, of any version of the survey */
    List<Option> options(long organizationId, long survey, List<Long> chosen) {
        return sql.list(
                OPTIONS,
                Map.of("organization", organizationId, "survey", survey, "chosen", chosen),
                row -> new Option(row.number("id"), row.text("title"), row.is("chosen")));
    }

    private static Map<String, Object> parameters(long organizationId, PageForm form, String... names) {
        var chosen = Stream.of(names)
                .flatMap(name -> FormValues.id(form, name).stream().boxed())
                .toList();
        return Map.of("organization", organizationId, "chosen", chosen);
    }

    private static Choice choice(Row row) {
        return new Choice(row.number("id"), row.text("title"));
    }
}
