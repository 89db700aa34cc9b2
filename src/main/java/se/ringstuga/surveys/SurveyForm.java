package se.ringstuga.surveys;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One version of a survey as it is shown and filled in.
 *
 * @param id the survey
 * @param version the number of the version; questions and options have ids of their own in each version
 * @param closed whether new answers are refused from everyone but a caller who already talks to the person
 * @param questions in the order they are asked, text blocks among them
 */
public record SurveyForm(long id, String title, int version, boolean closed, List<Question> questions) {

    /**
     * A question, or a text block between questions.
     *
     * @param help what stands below it; null for nothing
     */
    public record Question(
            long id,
            long lineage,
            QuestionType type,
            String text,
            boolean required,
            boolean callersOnly,
            @Nullable Scale scale,
            List<Option> options,
            @Nullable String help) {}

    public record Option(long id, long lineage, String text) {}

    /** What the audience may see: a member never sees what is for callers only. */
    public SurveyForm shownTo(Audience audience) {
        return audience == Audience.MEMBER
                ? new SurveyForm(
                        id,
                        title,
                        version,
                        closed,
                        questions.stream().filter(q -> !q.callersOnly()).toList())
                : this;
    }

    Map<Long, Question> byId() {
        return questions.stream().collect(Collectors.toMap(Question::id, Function.identity()));
    }
}
