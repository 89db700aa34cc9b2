package se.ringstuga.surveys;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.surveys.NewSurvey.NewQuestion;
import se.ringstuga.surveys.NewSurvey.NewScale;
import se.ringstuga.surveys.SurveyForm.Question;

/**
 * A question as it stands in the editor, perhaps half written.
 *
 * @param id of the question that it was; empty for a new one. With its id it keeps its answers
 * @param from the first step of a scale, as it was typed
 */
record EditedQuestion(
        String id,
        QuestionType type,
        String text,
        String help,
        boolean required,
        boolean callersOnly,
        String from,
        String to,
        String fromLabel,
        String toLabel,
        List<EditedOption> options) {

    private static final int LAST_STEP = 100;

    /** @param id of the option that it was; empty for a new one */
    record EditedOption(String id, String text) {

        EditedOption onTopOf(List<SurveyForm.Option> offered, QuestionRows.Lineages lineages) {
            var lineage = lineages.options().get(number(id));
            return new EditedOption(
                    offered.stream()
                            .filter(option -> Long.valueOf(option.lineage()).equals(lineage))
                            .map(option -> String.valueOf(option.id()))
                            .findFirst()
                            .orElse(""),
                    text);
        }
    }

    static EditedQuestion blank(QuestionType type) {
        var options =
                type.isChoice() ? List.of(new EditedOption("", ""), new EditedOption("", "")) : List.<EditedOption>of();
        return new EditedQuestion("", type, "", "", false, false, "1", "5", "", "", options);
    }

    static EditedQuestion of(Question question) {
        var scale = question.scale();
        return new EditedQuestion(
                String.valueOf(question.id()),
                question.type(),
                question.text(),
                Objects.requireNonNullElse(question.help(), ""),
                question.required(),
                question.callersOnly(),
                scale == null ? "" : String.valueOf(scale.from()),
                scale == null ? "" : String.valueOf(scale.to()),
                scale == null ? "" : Objects.requireNonNullElse(scale.fromLabel(), ""),
                scale == null ? "" : Objects.requireNonNullElse(scale.toLabel(), ""),
                question.options().stream()
                        .map(option -> new EditedOption(String.valueOf(option.id()), option.text()))
                        .toList());
    }

    EditedQuestion with(List<EditedOption> other) {
        return new EditedQuestion(
                id, type, text, help, required, callersOnly, from, to, fromLabel, toLabel, List.copyOf(other));
    }

    /** What is no longer there goes on as a new question. */
    EditedQuestion onTopOf(SurveyForm now, QuestionRows.Lineages lineages) {
        var known = now.questions().stream()
                .filter(question -> Long.valueOf(question.lineage())
                        .equals(lineages.questions().get(number(id))))
                .findFirst();
        var offered = known.map(Question::options).orElse(List.of());
        return new EditedQuestion(
                        known.map(question -> String.valueOf(question.id())).orElse(""),
                        type,
                        text,
                        help,
                        required,
                        callersOnly,
                        from,
                        to,
                        fromLabel,
                        toLabel,
                        options)
                .with(options.stream()
                        .map(option -> option.onTopOf(offered, lineages))
                        .toList());
    }

    NewQuestion wanted() {
        return new NewQuestion(
                number(id),
                type,
                text,
                required,
                callersOnly,
                type.isChoice()
                        ? options.stream()
                                .map(option -> new NewOption(number(option.id()), option.text()))
                                .toList()
                        : null,
                type == QuestionType.SCALE ? new NewScale(step(from), step(to), fromLabel, toLabel) : null,
                help);
    }

    /** As it would be shown, with its place instead of an id. */
    Question shown(int place) {
        var first = step(from);
        var last = step(to);
        var scale = first < 0 || last > LAST_STEP || last <= first
                ? new Scale(Scale.DEFAULT_FROM, Scale.DEFAULT_TO, fromLabel, toLabel)
                : new Scale(first, last, fromLabel, toLabel);
        return new Question(
                place,
                place,
                type,
                text,
                required,
                callersOnly,
                type == QuestionType.SCALE ? scale : null,
                IntStream.range(0, options.size())
                        .mapToObj(
                                i -> new SurveyForm.Option(i, i, options.get(i).text()))
                        .toList(),
                help.isBlank() ? null : help);
    }

    private static @Nullable Long number(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.valueOf(typed) : null;
    }

    /** What is no number lies outside every scale, so that it is refused where it stands. */
    private static int step(String typed) {
        return typed.strip().matches("[0-9]{1,4}") ? Integer.parseInt(typed.strip()) : -1;
    }
}
