package se.ringstuga.surveys;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One answer as it is sent. Only the member that fits the question's type is given: {@code optionIds} for choices (one
 * for SINGLE_CHOICE), {@code text} for TEXT, {@code value} for SCALE and YES_NO, {@code date} for DATE. An answer without
 * any of them, or with a blank text, counts as not answered.
 *
 * @param value a whole number for SCALE; true, false, 1 or 0 for YES_NO
 * @param date as YYYY-MM-DD
 */
public record AnswerInput(
        long questionId,
        @Nullable List<Long> optionIds,
        @Nullable String text,

        @Schema(description = "A whole number for SCALE; true, false, 1 or 0 for YES_NO") @Nullable
        Object value,

        @Nullable LocalDate date) {

    boolean unanswered() {
        return (optionIds == null || optionIds.isEmpty())
                && (text == null || text.isBlank())
                && value == null
                && date == null;
    }

    public static AnswerInput ofOptions(long questionId, List<Long> optionIds) {
        return new AnswerInput(questionId, optionIds, null, null, null);
    }

    public static AnswerInput ofText(long questionId, String text) {
        return new AnswerInput(questionId, null, text, null, null);
    }

    public static AnswerInput ofValue(long questionId, Object value) {
        return new AnswerInput(questionId, null, null, value, null);
    }

    public static AnswerInput ofDate(long questionId, LocalDate date) {
        return new AnswerInput(questionId, null, null, null, date);
    }
}
