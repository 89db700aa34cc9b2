package se.ringstuga.surveys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that has been checked and can be written.
 *
 * @param lineage of the question it continues, null for a new one
 */
record QuestionDraft(
        @Nullable Long lineage,
        QuestionType type,
        String text,
        boolean required,
        boolean callersOnly,
        @Nullable Scale scale,
        List<OptionDraft> options,
        @Nullable String help) {

    record OptionDraft(@Nullable Long lineage, String text) {}

    /** Whether it says exactly what the published question says, so that no new version is needed for it. */
    boolean sameAs(SurveyForm.Question published) {
        return Long.valueOf(published.lineage()).equals(lineage)
                && equals(new QuestionDraft(
                        published.lineage(),
                        published.type(),
                        published.text(),
                        published.required(),
                        published.callersOnly(),
                        published.scale(),
                        published.options().stream()
                                .map(o -> new OptionDraft(o.lineage(), o.text()))
                                .toList(),
                        published.help()));
    }
}
