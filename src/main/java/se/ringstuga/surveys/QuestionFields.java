package se.ringstuga.surveys;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** How a question stands in a page's form. */
@TemplateExtension
public final class QuestionFields {

    static final String OPTION = "option-";
    static final String TEXT = "text-";
    static final String VALUE = "value-";
    static final String DATE = "date-";

    private QuestionFields() {}

    /** The name of its field; the kind of answer stands in it, so that a form can be read without its survey. */
    public static String field(SurveyForm.Question question) {
        return kind(question.type()) + question.id();
    }

    private static String kind(QuestionType type) {
        return switch (type) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> OPTION;
            case TEXT, TEXT_BLOCK -> TEXT;
            case SCALE, YES_NO -> VALUE;
            case DATE -> DATE;
        };
    }

    /** The steps of a scale, in order. */
    public static List<Integer> steps(SurveyForm.Question question) {
        Scale scale = question.scale();
        return scale == null
                ? List.of()
                : IntStream.rangeClosed(scale.from(), scale.to()).boxed().toList();
    }

    /** Whether the scale's ends have words. */
    public static boolean ends(SurveyForm.Question question) {
        Scale scale = question.scale();
        return scale != null && (scale.fromLabel() != null || scale.toLabel() != null);
    }

    public static String firstEnd(SurveyForm.Question question) {
        Scale scale = question.scale();
        return scale == null ? "" : Objects.requireNonNullElse(scale.fromLabel(), "");
    }

    public static String lastEnd(SurveyForm.Question question) {
        Scale scale = question.scale();
        return scale == null ? "" : Objects.requireNonNullElse(scale.toLabel(), "");
    }
}
