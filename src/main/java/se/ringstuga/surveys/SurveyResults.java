package se.ringstuga.surveys;

import java.time.LocalDate;
import java.util.List;

/**
 * What the answers say together, over all versions of the survey and the people whom the organization sees. Nobody with
 * a protected identity counts.
 *
 * @param submissions how many were sent in and not corrected since; complete + partial
 * @param perDay by the organization's own days, those without any left out
 * @param questions of the newest version in its order, then those that were taken away
 */
record SurveyResults(
        long surveyId,
        String title,
        long submissions,
        long complete,
        long partial,
        List<Day> perDay,
        List<QuestionResult> questions) {

    record Day(LocalDate date, long submissions) {}

    /**
     * One question.
     *
     * @param current false for a question that the newest version no longer asks
     * @param answers how many submissions answer it
     * @param options of a choice, each with how many chose it
     * @param values of a SCALE, every step; of YES_NO 0 (no) and 1 (yes)
     * @param dates of a DATE, the first 366 of those that were given
     */
    record QuestionResult(
            long id,
            String text,
            QuestionType type,
            boolean current,
            long answers,
            List<OptionCount> options,
            List<ValueCount> values,
            List<DateCount> dates) {}

    record OptionCount(long id, String text, long count) {}

    record ValueCount(int value, long count) {}

    record DateCount(LocalDate date, long count) {}
}
