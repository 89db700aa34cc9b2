package se.ringstuga.surveys;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A survey with the questions of its newest version.
 *
 * @param version the number of that version; questions and options get new ids with each
 * @param closedAt null while it takes answers
 */
record SurveyView(
        long id,
        String title,
        int version,
        Instant createdAt,
        @Nullable Instant closedAt,
        List<QuestionView> questions) {

    /**
     * One question.
     *
     * @param options empty unless it is a choice
     * @param scale null unless it is a SCALE
     * @param help what stands below it; null for nothing
     */
    record QuestionView(
            long id,
            String text,
            QuestionType type,
            boolean required,
            boolean callersOnly,
            @Nullable Scale scale,
            List<OptionView> options,
            @Nullable String help) {

        static QuestionView of(SurveyForm.Question question) {
            return new QuestionView(
                    question.id(),
                    question.text(),
                    question.type(),
                    question.required(),
                    question.callersOnly(),
                    question.scale(),
                    question.options().stream()
                            .map(o -> new OptionView(o.id(), o.text()))
                            .toList(),
                    question.help());
        }
    }

    record OptionView(long id, String text) {}

    static SurveyView of(Survey survey, SurveyForm form) {
        return new SurveyView(
                survey.id,
                survey.title,
                form.version(),
                survey.createdAt,
                survey.closedAt(),
                form.questions().stream().map(QuestionView::of).toList());
    }
}
