package se.ringstuga.surveys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A survey as it is written, the first time or anew.
 *
 * @param title 1 to 200 characters
 * @param questions in the order they are asked; none unless given
 */
public record NewSurvey(@Nullable String title, @Nullable List<@Nullable NewQuestion> questions) {

    /**
     * One question, or a text block between questions.
     *
     * @param id in a changed survey: the question it was, so that old and new answers count together; a question whose
     *     meaning changed leaves it out
     * @param required whether staff and members must answer it; callers never have to
     * @param callersOnly whether it is hidden from members who fill the survey in by themselves
     * @param options of a choice, as texts; in a changed survey as {@code {id, text}} to keep them
     * @param scale of a SCALE question, 1 to 5 unless given
     * @param help what stands below the question, at most 500 characters; nothing unless given
     */
    public record NewQuestion(
            @Nullable Long id,
            @Nullable QuestionType type,
            @Nullable String text,
            @Nullable Boolean required,
            @Nullable Boolean callersOnly,
            @Nullable List<@Nullable NewOption> options,
            @Nullable NewScale scale,
            @Nullable String help) {}

    /** The ends of a scale, from 0 to 100, with optional words for them. */
    public record NewScale(
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String fromLabel,
            @Nullable String toLabel) {}
}
