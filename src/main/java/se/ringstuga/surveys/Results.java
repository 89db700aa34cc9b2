package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.surveys.SurveyForm.Question;
import se.ringstuga.surveys.SurveyResults.Day;

/** What is asked of the stored answers; each question is one statement over the submissions that count. */
@ApplicationScoped
class Results {

    /** Current submissions about people whom the organization sees and who have no protected identity. */
    static final String COUNTED = """
            from submission s join person p on p.id = s.person_id
            where s.survey_id = :survey and s.superseded_at is null and p.restricted_at is null and\s""" + SeenPeople.VISIBLE;

    /** The latest text first. */
    static final String TEXTS =
            """
            select a.id, a.submission_id, a.text, s.submitted_at, s.person_id
            from answer a join submission s on s.id = a.submission_id join person p on p.id = s.person_id
            where a.text is not null and a.id < :before
              and a.question_lineage = (select q.lineage from question q where q.id = :question)
              and s.survey_id = :survey and s.superseded_at is null and p.restricted_at is null
              and\s""" + SeenPeople.VISIBLE + " and " + SeenAnswers.from(":organization") + " order by a.id desc";

    private final EntityManager entities;
    private final QuestionRows questions;

    Results(EntityManager entities, QuestionRows questions) {
        this.entities = entities;
        this.questions = questions;
    }

    SurveyResults of(SurveyForm form, long organizationId, ZoneId zone) {
        Tuple totals = (Tuple) query(
                        "select count(*) as submissions, count(*) filter (where s.complete) as complete " + COUNTED,
                        form.id(),
                        organizationId)
                .getSingleResult();
        long submissions = totals.get("submissions", Long.class);
        long complete = totals.get("complete", Long.class);
        Map<Long, Tally> tallies = tallies(form.id(), organizationId);
        Set<Long> current = form.questions().stream().map(Question::lineage).collect(Collectors.toSet());
        return new SurveyResults(
                form.id(),
                form.title(),
                submissions,
                complete,
                submissions - complete,
                perDay(form.id(), organizationId, zone),
                questions.everAsked(form.id()).stream()
                        .map(question -> tallies.getOrDefault(question.lineage(), Tally.NONE)
                                .resultOf(question, current.contains(question.lineage())))
                        .toList());
    }

    /** How many were sent in and not corrected since. */
    long submissions(long surveyId, long organizationId) {
        return (Long) entities.createNativeQuery("select count(*) " + COUNTED, Long.class)
                .setParameter("survey", surveyId)
                .setParameter("organization", organizationId)
                .getSingleResult();
    }

    /** A text that somebody answered. */
    record FreeText(long id, long submissionId, String text, Instant submittedAt) {}

    /** Texts with the people who wrote them, for the log. */
    record FreeTexts(Page<FreeText> page, List<Long> personIds) {}

    /** The latest first. */
    FreeTexts texts(long surveyId, long questionId, long organizationId, PageRequest page) {
        List<Tuple> rows = query(TEXTS, surveyId, organizationId)
                .setParameter("before", page.after().map(Cursor::id).orElse(Long.MAX_VALUE))
                .setParameter("question", questionId)
                .setMaxResults(page.limit() + 1)
                .getResultList();
        Page<Tuple> shown = Page.of(rows, page.limit(), row -> new Cursor("", row.get("id", Long.class)));
        List<FreeText> texts = shown.items().stream()
                .map(row -> new FreeText(
                        row.get("id", Long.class),
                        row.get("submission_id", Long.class),
                        row.get("text", String.class),
                        row.get("submitted_at", Instant.class)))
                .toList();
        List<Long> people = shown.items().stream()
                .map(row -> row.get("person_id", Long.class))
                .distinct()
                .toList();
        return new FreeTexts(new Page<>(texts, shown.next()), people);
    }

    private List<Day> perDay(long surveyId, long organizationId, ZoneId zone) {
        List<Tuple> rows = query("""
                        select cast(s.submitted_at at time zone :zone as date) as day, count(*) as submissions
                        """ + COUNTED + " group by 1 order by 1", surveyId, organizationId)
                .setParameter("zone", zone.getId())
                .getResultList();
        return rows.stream()
                .map(row -> new Day(row.get("day", LocalDate.class), row.get("submissions", Long.class)))
                .toList();
    }

    /** By the questions' lineage. */
    private Map<Long, Tally> tallies(long surveyId, long organizationId) {
        List<Tuple> rows = query("""
                        select a.question_lineage, a.option_lineage, a.value, a.date, count(*) as given,
                               grouping(a.option_lineage, a.value, a.date) > 0 as total,
                               count(distinct a.submission_id) as submissions
                        from answer a
                        where a.submission_id in (select s.id\s""" + COUNTED + """
                        )
                        group by grouping sets ((a.question_lineage), (a.question_lineage, a.option_lineage, a.value, a.date))""", surveyId, organizationId).getResultList();
        Map<Long, List<Tally.Count>> counts = new HashMap<>();
        Map<Long, Long> submissions = new HashMap<>();
        for (Tuple row : rows) {
            Long lineage = row.get("question_lineage", Long.class);
            if (row.get("total", Boolean.class)) {
                submissions.put(lineage, row.get("submissions", Long.class));
            } else {
                counts.computeIfAbsent(lineage, l -> new ArrayList<>())
                        .add(new Tally.Count(
                                row.get("option_lineage", Long.class),
                                row.get("value", Integer.class),
                                row.get("date", LocalDate.class),
                                row.get("given", Long.class)));
            }
        }
        return submissions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Tally(entry.getValue(), counts.getOrDefault(entry.getKey(), List.of()))));
    }

    private Query query(String sql, long surveyId, long organizationId) {
        return entities.createNativeQuery(sql, Tuple.class)
                .setParameter("survey", surveyId)
                .setParameter("organization", organizationId);
    }
}
