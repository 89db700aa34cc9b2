package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.surveys.SurveyForm.Option;
import se.ringstuga.surveys.SurveyForm.Question;

/** The questions of one version with their options, in one statement. */
@ApplicationScoped
class QuestionRows {

    private final EntityManager entities;

    QuestionRows(EntityManager entities) {
        this.entities = entities;
    }

    List<Question> of(long surveyId, int number) {
        return grouped(entities.createNativeQuery("""
                        select q.id, q.lineage, q.type, q.text, q.required, q.callers_only, q.scale_from, q.scale_to,
                               q.scale_from_label, q.scale_to_label, q.help,
                               o.id as option_id, o.lineage as option_lineage, o.text as option_text
                        from question q left join question_option o on o.question_id = q.id
                        where q.survey_id = :survey and q.version_number = :number
                        order by q.position, o.position""", Tuple.class)
                .setParameter("survey", surveyId)
                .setParameter("number", number)
                .getResultList());
    }

    /**
     * Every question to answer and every option that the survey ever had, worded as last: those of the newest version in
     * its order, then those that were taken away.
     */
    List<Question> everAsked(long surveyId) {
        return grouped(entities.createNativeQuery("""
                        select q.id, q.lineage, q.type, q.text, q.required, q.callers_only, q.scale_from, q.scale_to,
                               q.scale_from_label, q.scale_to_label, q.help,
                               o.id as option_id, o.lineage as option_lineage, o.text as option_text
                        from (select distinct on (asked.lineage) asked.* from question asked
                              where asked.survey_id = :survey and asked.type <> 'TEXT_BLOCK'
                              order by asked.lineage, asked.version_number desc) q
                        left join lateral (
                          select distinct on (offered.lineage) offered.*, earlier.version_number
                          from question earlier join question_option offered on offered.question_id = earlier.id
                          where earlier.lineage = q.lineage
                          order by offered.lineage, earlier.version_number desc) o on true
                        order by q.version_number desc, q.position, q.id, o.version_number desc, o.position""", Tuple.class)
                .setParameter("survey", surveyId)
                .getResultList());
    }

    /** By the ids of the survey's questions, and of its options, of every version: what they share with the other versions. */
    record Lineages(Map<Long, Long> questions, Map<Long, Long> options) {}

    Lineages lineages(long surveyId) {
        return new Lineages(
                lineages("select id, lineage from question where survey_id = :survey", surveyId),
                lineages("""
                        select o.id, o.lineage from question_option o join question q on q.id = o.question_id
                        where q.survey_id = :survey""", surveyId));
    }

    private Map<Long, Long> lineages(String statement, long surveyId) {
        List<Tuple> rows = entities.createNativeQuery(statement, Tuple.class)
                .setParameter("survey", surveyId)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get("id", Long.class), row -> row.get("lineage", Long.class)));
    }

    private static List<Question> grouped(List<Tuple> rows) {
        Map<Long, List<Tuple>> byQuestion = new LinkedHashMap<>();
        rows.forEach(row -> byQuestion
                .computeIfAbsent(row.get("id", Long.class), id -> new ArrayList<>())
                .add(row));
        return byQuestion.values().stream().map(QuestionRows::question).toList();
    }

    /** Which version of the survey a question belongs to. */
    Optional<Integer> versionOf(long surveyId, long questionId) {
        List<Integer> numbers = entities.createNativeQuery(
                        "select version_number from question where survey_id = :survey and id = :question",
                        Integer.class)
                .setParameter("survey", surveyId)
                .setParameter("question", questionId)
                .getResultList();
        return numbers.stream().findFirst();
    }

    private static Question question(List<Tuple> rows) {
        Tuple first = rows.getFirst();
        List<Option> options = rows.stream()
                .filter(row -> row.get("option_id") != null)
                .map(row -> new Option(
                        row.get("option_id", Long.class),
                        row.get("option_lineage", Long.class),
                        row.get("option_text", String.class)))
                .toList();
        return new Question(
                first.get("id", Long.class),
                first.get("lineage", Long.class),
                QuestionType.valueOf(first.get("type", String.class)),
                first.get("text", String.class),
                first.get("required", Boolean.class),
                first.get("callers_only", Boolean.class),
                scale(first),
                options,
                first.get("help", String.class));
    }

    private static @Nullable Scale scale(Tuple row) {
        Integer from = row.get("scale_from", Integer.class);
        Integer to = row.get("scale_to", Integer.class);
        return from == null || to == null
                ? null
                : new Scale(
                        from, to, row.get("scale_from_label", String.class), row.get("scale_to_label", String.class));
    }
}
