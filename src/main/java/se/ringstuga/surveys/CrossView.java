package se.ringstuga.surveys;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.surveys.SurveyForm.Question;

/**
 * Two questions against each other.
 *
 * @param columns the answers to the second question, in order
 * @param rows the answers to the first one, each with how many submissions gave it together with every column
 */
record CrossView(long rowQuestionId, long columnQuestionId, List<AnswerView> columns, List<RowView> rows) {

    /** @param optionId of a choice; {@code value} of a SCALE, and of a YES_NO, where yes is 1 */
    record AnswerView(
            @Nullable Long optionId,
            @Nullable Integer value,
            @Nullable String text) {}

    record RowView(AnswerView answer, List<Long> counts) {}

    static CrossView of(CrossTable table) {
        var columns = CrossTable.answers(table.columns());
        return new CrossView(
                table.rows().id(),
                table.columns().id(),
                columns.stream().map(column -> view(table.columns(), column)).toList(),
                CrossTable.answers(table.rows()).stream()
                        .map(row -> new RowView(
                                view(table.rows(), row),
                                columns.stream()
                                        .map(column -> table.count(row, column))
                                        .toList()))
                        .toList());
    }

    private static AnswerView view(Question question, CrossTable.Answer answer) {
        return question.options().stream()
                .filter(option -> Long.valueOf(option.lineage()).equals(answer.option()))
                .findFirst()
                .map(option -> new AnswerView(option.id(), null, option.text()))
                .orElse(new AnswerView(null, answer.value(), null));
    }
}
