package se.ringstuga.surveys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person answered, the current state of it.
 *
 * @param complete false while a required question lacks its answer
 * @param source through whom it came: CALL, STAFF, MEMBER or API
 */
record SubmissionView(
        long id,
        long surveyId,
        String survey,
        int version,
        boolean complete,
        NewSubmission.Source source,
        Instant submittedAt,
        List<AnswerView> answers) {

    /** One answer with its question; only the member that fits the type is filled. */
    record AnswerView(
            long questionId,
            String question,
            QuestionType type,
            List<SurveyView.OptionView> options,
            @Nullable String text,
            @Nullable Integer value,
            @Nullable LocalDate date) {}
}
