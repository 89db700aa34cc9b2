package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.surveys.SubmissionView.AnswerView;

/** One person's current answers, newest first; only those that the organization may read. */
@ApplicationScoped
class PersonSubmissions {

    private final EntityManager entities;

    PersonSubmissions(EntityManager entities) {
        this.entities = entities;
    }

    Page<SubmissionView> page(long organizationId, long personId, PageRequest page) {
        List<Tuple> rows = submissions(
                        "and s.superseded_at is null and s.person_id = :person and s.id < :before and "
                                + SeenAnswers.from(":organization"),
                        organizationId)
                .setParameter("person", personId)
                .setParameter("before", page.after().map(Cursor::id).orElse(Long.MAX_VALUE))
                .setMaxResults(page.limit() + 1)
                .getResultList();
        Page<Tuple> shown = Page.of(rows, page.limit(), row -> new Cursor("", row.get("id", Long.class)));
        return new Page<>(views(shown.items()), shown.next());
    }

    /** Whether the organization may read it, superseded or not. */
    boolean isSeen(long organizationId, long submissionId) {
        return !submissions("and s.id = :id and " + SeenAnswers.from(":organization"), organizationId)
                .setParameter("id", submissionId)
                .getResultList()
                .isEmpty();
    }

    /** Also one that was corrected since: a repeated request is told again what it made. */
    SubmissionView view(long organizationId, long submissionId) {
        List<Tuple> rows = submissions("and s.id = :id", organizationId)
                .setParameter("id", submissionId)
                .getResultList();
        return views(rows).getFirst();
    }

    private Query submissions(String which, long organizationId) {
        return entities.createNativeQuery("""
                        select s.id, s.survey_id, v.title, s.version_number, s.complete, s.source, s.submitted_at
                        from submission s join survey v on v.id = s.survey_id join person p on p.id = s.person_id
                        where s.survey_organization in (
                            select c.ancestor_id from organization_closure c where c.descendant_id = :organization)
                          """ + which + " order by s.id desc", Tuple.class)
                .setParameter("organization", organizationId);
    }

    private List<SubmissionView> views(List<Tuple> submissions) {
        Map<Long, List<AnswerView>> answers = answers(
                submissions.stream().map(row -> row.get("id", Long.class)).toList());
        return submissions.stream()
                .map(row -> new SubmissionView(
                        row.get("id", Long.class),
                        row.get("survey_id", Long.class),
                        row.get("title", String.class),
                        row.get("version_number", Integer.class),
                        row.get("complete", Boolean.class),
                        NewSubmission.Source.valueOf(row.get("source", String.class)),
                        row.get("submitted_at", Instant.class),
                        answers.getOrDefault(row.get("id", Long.class), List.of())))
                .toList();
    }

    private Map<Long, List<AnswerView>> answers(List<Long> submissionIds) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select a.submission_id, q.id as question_id, q.text as question, q.type,
                               o.id as option_id, o.text as option_text, a.text, a.value, a.date
                        from answer a join question q on q.id = a.question_id
                        left join question_option o on o.id = a.option_id
                        where a.submission_id = any(:ids)
                        order by a.submission_id, q.position, o.position""", Tuple.class)
                .setParameter("ids", submissionIds.toArray(Long[]::new))
                .getResultList();
        Map<Long, Map<Long, List<Tuple>>> grouped = new LinkedHashMap<>();
        rows.forEach(row -> grouped.computeIfAbsent(row.get("submission_id", Long.class), id -> new LinkedHashMap<>())
                .computeIfAbsent(row.get("question_id", Long.class), id -> new ArrayList<>())
                .add(row));
        Map<Long, List<AnswerView>> answers = new LinkedHashMap<>();
        grouped.forEach((submission, byQuestion) -> answers.put(
                submission,
                byQuestion.values().stream().map(PersonSubmissions::answer).toList()));
        return answers;
    }

    private static AnswerView answer(List<Tuple> rows) {
        Tuple first = rows.getFirst();
        return new AnswerView(
                first.get("question_id", Long.class),
                first.get("question", String.class),
                QuestionType.valueOf(first.get("type", String.class)),
                rows.stream()
                        .filter(row -> row.get("option_id") != null)
                        .map(row -> new SurveyView.OptionView(
                                row.get("option_id", Long.class), row.get("option_text", String.class)))
                        .toList(),
                first.get("text", String.class),
                first.get("value", Integer.class),
                first.get("date", LocalDate.class));
    }
}
