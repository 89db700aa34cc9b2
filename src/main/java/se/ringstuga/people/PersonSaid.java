package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** What somebody answered and what callers noted, read from the tables of surveys and calls; what the reader may see of it. */
@ApplicationScoped
class PersonSaid {

    private static final int NOTES = 50;

    /** As everywhere: answers to one's own surveys, and to those from above of whoever stands in one's register (decision 031). */
    private static final NamedSql ANSWERS = NamedSql.of("""
            with seen as (
              select s.id, v.title, s.complete, s.submitted_at
              from submission s join survey v on v.id = s.survey_id join person p on p.id = s.person_id
              where s.person_id = :person and s.superseded_at is null
                and s.survey_organization in (select ancestor_id from organization_closure where descendant_id = :organization)
                and (s.survey_organization = :organization or %s)
              order by s.id desc limit 20)
            select seen.id, seen.title, seen.complete, seen.submitted_at, q.text as question, q.type,
              coalesce(o.text, a.text, cast(a.date as text), cast(a.value as text)) as said
            from seen
            left join answer a on a.submission_id = seen.id
            left join question q on q.id = a.question_id
            left join question_option o on o.id = a.option_id
            order by seen.id desc, q.position, o.position""".formatted(VisiblePeople.inRegister(":organization")));

    private static final NamedSql NOTED = NamedSql.of("""
            select n.id, n.organization_id = :organization as own, n.text, n.written_at, a.title from call_note n join call_assignment a on a.id = n.assignment_id
            where n.person_id = :person and n.removed_at is null and (not n.administrators_only or :administrator)
              and n.organization_id in (select descendant_id from organization_closure where ancestor_id = :organization)
            order by n.written_at desc, n.id desc limit\s""" + NOTES);

    private final Sql sql;

    PersonSaid(Sql sql) {
        this.sql = sql;
    }

    /** One survey of theirs, the latest first. */
    record Answered(String title, boolean complete, Instant at, List<Answer> answers) {}

    /** @param yesNo the text is 1 for yes and 0 for no */
    record Answer(String question, String text, boolean yesNo) {}

    /**
     * A note that a caller left.
     *
     * @param own whether the organization's own assignment was called, and not that of one below
     */
    record Note(long id, boolean own, String text, Instant at, String assignment) {}

    private record AnswerRow(
            long id,
            String title,
            boolean complete,
            Instant at,
            @Nullable String question,
            boolean yesNo,
            @Nullable String said) {

        static AnswerRow of(Row row) {
            return new AnswerRow(
                    row.number("id"),
                    row.text("title"),
                    row.is("complete"),
                    row.instant("submitted_at"),
                    row.textOrNull("question"),
                    "YES_NO".equals(row.textOrNull("type")),
                    row.textOrNull("said"));
        }
    }

    List<Answered> answers(People.Viewer viewer, long personId) {
        var rows =
                sql.list(ANSWERS, Map.of("person", personId, "organization", viewer.organizationId()), AnswerRow::of);
        var bySubmission = new LinkedHashMap<Long, List<AnswerRow>>();
        rows.forEach(row ->
                bySubmission.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(row));
        return bySubmission.values().stream().map(PersonSaid::answered).toList();
    }

    List<Note> notes(People.Viewer viewer, long personId) {
        return sql.list(
                NOTED,
                Map.of(
                        "person", personId,
                        "organization", viewer.organizationId(),
                        "administrator", viewer.administrator()),
                row -> new Note(
                        row.number("id"),
                        row.is("own"),
                        row.text("text"),
                        row.instant("written_at"),
                        row.text("title")));
    }

    /** Several chosen options of one question are one answer. */
    private static Answered answered(List<AnswerRow> rows) {
        var said = new LinkedHashMap<String, Answer>();
        for (AnswerRow row : rows) {
            var question = row.question();
            var text = row.said();
            if (question != null && text != null) {
                said.merge(
                        question,
                        new Answer(question, text, row.yesNo()),
                        (first, next) -> new Answer(question, first.text() + ", " + next.text(), first.yesNo()));
            }
        }
        var first = rows.getFirst();
        return new Answered(first.title(), first.complete(), first.at(), List.copyOf(said.values()));
    }
}
