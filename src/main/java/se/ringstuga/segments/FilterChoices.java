package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** What conditions can point to, to be chosen from: the latest of each kind, and what is chosen already. */
@ApplicationScoped
class FilterChoices {

    private static final NamedSql TAGS = NamedSql.of("""
            select 'tags:' || t.id as value, t.title, '' as heading from tag t
            join organization_closure c on c.ancestor_id = t.organization_id
            where c.descendant_id = :organization order by lower(t.title), t.id limit 500""");

    private static final NamedSql SURVEYS = latest("survey", "surveyId", true);
    private static final NamedSql ASSIGNMENTS = latest("call_assignment", "assignmentId", false);
    private static final NamedSql BROADCASTS = latest("broadcast", "broadcastId", false);
    private static final NamedSql EVENTS = latest("event", "eventId", false);

    private static final NamedSql EVENT_KINDS = NamedSql.of("""
            select 'kindId:' || k.id as value, k.title, '' as heading from event_kind k
            join organization_closure c on c.ancestor_id = k.organization_id
            where c.descendant_id = :organization order by k.id limit 200""");

    private static final NamedSql ORGANIZATIONS = NamedSql.of("""
            select 'organization:' || o.slug as value, o.name as title, '' as heading from organization o
            join organization_closure c on c.descendant_id = o.id
            where c.ancestor_id = :organization order by c.depth, o.name limit 500""");

    private static final NamedSql QUESTIONS = NamedSql.of("""
            select 'questionId:' || q.id as value, q.text as title, s.title as heading
            from survey s join organization_closure c on c.ancestor_id = s.organization_id
            join question q on q.survey_id = s.id and (q.version_number = s.current_version or q.id = any(:chosen))
            where c.descendant_id = :organization and q.type = any(:types)
            order by s.id desc, q.version_number desc, q.position limit 500""");

    private static final NamedSql OPTIONS = NamedSql.of("""
            select o.id, o.text, q.id as question from question_option o join question q on q.id = o.question_id
            join organization_closure c on c.ancestor_id = o.organization_id
            where c.descendant_id = :organization and q.id = any(:questions)
            order by q.id, o.position limit 1000""");

    private final Sql sql;

    FilterChoices(Sql sql) {
        this.sql = sql;
    }

    private static NamedSql latest(String table, String member, boolean above) {
        var visible = " from " + table + " t join organization_closure c on c."
                + (above ? "ancestor_id" : "descendant_id") + " = t.organization_id where c."
                + (above ? "descendant_id" : "ancestor_id") + " = :organization";
        return NamedSql.of("select '" + member + ":' || id as value, title, '' as heading from ((select t.id, t.title"
                + visible + " order by t.id desc limit 200) union (select t.id, t.title" + visible
                + " and t.id = any(:chosen))) offered order by id desc");
    }

    /**
     * Something to choose.
     *
     * @param value as the form sends it, {@code eventId:3}
     * @param heading what it belongs to; empty for nothing
     */
    record Choice(String value, String words, String heading) {}

    record Option(long id, String words, long question) {}

    List<Choice> tags(long organizationId) {
        return list(TAGS, Map.of("organization", organizationId));
    }

    List<Choice> organizations(long organizationId) {
        return list(ORGANIZATIONS, Map.of("organization", organizationId));
    }

    List<Choice> eventKinds(long organizationId) {
        return list(EVENT_KINDS, Map.of("organization", organizationId));
    }

    List<Choice> surveys(long organizationId, Set<Long> chosen) {
        return list(SURVEYS, Map.of("organization", organizationId, "chosen", chosen));
    }

    List<Choice> assignments(long organizationId, Set<Long> chosen) {
        return list(ASSIGNMENTS, Map.of("organization", organizationId, "chosen", chosen));
    }

    List<Choice> broadcasts(long organizationId, Set<Long> chosen) {
        return list(BROADCASTS, Map.of("organization", organizationId, "chosen", chosen));
    }

    List<Choice> events(long organizationId, Set<Long> chosen) {
        return list(EVENTS, Map.of("organization", organizationId, "chosen", chosen));
    }

    List<Choice> questions(long organizationId, Set<Long> chosen, List<String> types) {
        return list(QUESTIONS, Map.of("organization", organizationId, "chosen", chosen, "types", types));
    }

    List<Option> options(long organizationId, Set<Long> questions) {
        return sql.list(
                OPTIONS,
                Map.of("organization", organizationId, "questions", questions),
                row -> new Option(row.number("id"), row.text("text"), row.number("question")));
    }

    private List<Choice> list(NamedSql statement, Map<String, Object> parameters) {
        return sql.list(statement, parameters, FilterChoices::choice);
    }

    private static Choice choice(Row row) {
        return new Choice(row.text("value"), row.text("title"), row.text("heading"));
    }
}
