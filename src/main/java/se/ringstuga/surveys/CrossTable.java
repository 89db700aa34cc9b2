package se.ringstuga.surveys;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.surveys.SurveyForm.Question;

/**
 * How the answers to two questions go together: how many submissions gave both.
 *
 * @param counts those that were given together at all
 */
record CrossTable(Question rows, Question columns, Map<Cell, Long> counts) {

    /** One answer: an option, or a step of a scale, or yes (1) and no (0). */
    record Answer(@Nullable Long option, @Nullable Integer value) {}

    record Cell(Answer row, Answer column) {}

    /** Whether the question has a few answers to choose from. */
    static boolean fits(Question question) {
        return switch (question.type()) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE, SCALE, YES_NO -> true;
            case TEXT, DATE, TEXT_BLOCK -> false;
        };
    }

    /** The answers that can be given, in their order. */
    static List<Answer> answers(Question question) {
        var scale = question.type() == QuestionType.YES_NO ? new Scale(0, 1, null, null) : question.scale();
        return scale == null
                ? question.options().stream()
                        .map(option -> new Answer(option.lineage(), null))
                        .toList()
                : IntStream.rangeClosed(scale.from(), scale.to())
                        .mapToObj(step -> new Answer(null, step))
                        .toList();
    }

    long count(Answer row, Answer column) {
        return counts.getOrDefault(new Cell(row, column), 0L);
    }
}
