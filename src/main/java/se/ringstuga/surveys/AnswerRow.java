package se.ringstuga.surveys;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of the answer table: exactly one of option, text, value and date; several chosen options are several rows. */
record AnswerRow(
        long questionId,
        long questionLineage,
        @Nullable Long optionId,
        @Nullable Long optionLineage,
        @Nullable String text,
        @Nullable Integer value,
        @Nullable LocalDate date) {

    static AnswerRow option(SurveyForm.Question question, SurveyForm.Option option) {
        return new AnswerRow(question.id(), question.lineage(), option.id(), option.lineage(), null, null, null);
    }

    static AnswerRow text(SurveyForm.Question question, String text) {
        return new AnswerRow(question.id(), question.lineage(), null, null, text, null, null);
    }

    static AnswerRow value(SurveyForm.Question question, int value) {
        return new AnswerRow(question.id(), question.lineage(), null, null, null, value, null);
    }

    static AnswerRow date(SurveyForm.Question question, LocalDate date) {
        return new AnswerRow(question.id(), question.lineage(), null, null, null, null, date);
    }
}
