package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.surveys.SurveyForm.Question;

/**
 * Surveys as they are filled in. A version never changes, so its questions are read once and kept; asking for a form
 * costs one short statement.
 */
@ApplicationScoped
public class SurveyForms {

    private static final int KEPT_VERSIONS = 500;
    private static final int CURRENT = 0;

    private static final NamedSql VERSION = NamedSql.of("""
            select s.title, v.number, s.closed_at is not null as closed,
                   cast(cast(v.xmin as text) as bigint) as written_by
            from survey s
            join organization_closure c on c.ancestor_id = s.organization_id and c.descendant_id = :viewer
            join survey_version v on v.survey_id = s.id
             and v.number = case when :number = 0 then s.current_version else :number end
            where s.id = :survey""");

    private final Sql sql;
    private final QuestionRows questionRows;
    private final Map<Stamp, List<Question>> kept = Collections.synchronizedMap(new Kept());

    SurveyForms(Sql sql, QuestionRows questionRows) {
        this.sql = sql;
        this.questionRows = questionRows;
    }

    /**
     * The newest version.
     *
     * @param viewerOrganizationId who asks; only surveys of its own and of those above it are found
     */
    public Optional<SurveyForm> current(long viewerOrganizationId, long surveyId) {
        return version(viewerOrganizationId, surveyId, CURRENT);
    }

    /** The version that was shown when something was handed out; {@code 0} for the newest. */
    public Optional<SurveyForm> version(long viewerOrganizationId, long surveyId, int number) {
        var parameters = Map.of("viewer", viewerOrganizationId, "number", number, "survey", surveyId);
        return sql.first(VERSION, parameters, row -> Head.of(surveyId, row)).map(this::form);
    }

    private SurveyForm form(Head head) {
        Stamp stamp = head.stamp();
        return new SurveyForm(stamp.surveyId(), head.title(), stamp.number(), head.closed(), questions(stamp));
    }

    /** Asks the database outside the map's lock: nobody waits for a version that somebody else is reading. */
    private List<Question> questions(Stamp stamp) {
        List<Question> known = kept.get(stamp);
        if (known == null) {
            known = questionRows.of(stamp.surveyId(), stamp.number());
            kept.put(stamp, known);
        }
        return known;
    }

    /** The version that these questions belong to: the newest when it knows them or nobody does. */
    public Optional<SurveyForm> answeredBy(
            long viewerOrganizationId, long surveyId, List<@Nullable AnswerInput> answers) {
        Optional<SurveyForm> current = current(viewerOrganizationId, surveyId);
        Set<Long> known = current.map(SurveyForm::byId).map(Map::keySet).orElse(Set.of());
        List<Long> strangers = answers.stream()
                .filter(a -> a != null && !known.contains(a.questionId()))
                .map(a -> a == null ? 0L : a.questionId())
                .toList();
        if (current.isEmpty() || strangers.isEmpty()) {
            return current;
        }
        return questionRows
                .versionOf(surveyId, strangers.getFirst())
                .flatMap(number -> version(viewerOrganizationId, surveyId, number))
                .or(() -> current);
    }

    /** The writing transaction is part of the key: a version that was rolled back never stands for a later one. */
    private record Stamp(long surveyId, int number, long writtenBy) {}

    /** What the database is asked for each time. */
    private record Head(Stamp stamp, String title, boolean closed) {

        static Head of(long surveyId, Row row) {
            var stamp = new Stamp(surveyId, row.count("number"), row.number("written_by"));
            return new Head(stamp, row.text("title"), row.is("closed"));
        }
    }

    private static final class Kept extends LinkedHashMap<Stamp, List<Question>> {

        private static final long serialVersionUID = 1;

        Kept() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Stamp, List<Question>> eldest) {
            return size() > KEPT_VERSIONS;
        }
    }
}
