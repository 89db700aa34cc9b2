package se.ringstuga.surveys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two questions against each other, as a table whose cells are the darker the more answers they have.
 *
 * @param columns the answers to the second question
 */
record CrossScreen(
        String slug,
        long id,
        String title,
        String rowQuestion,
        String columnQuestion,
        List<String> columns,
        List<Row> rows) {

    public String base() {
        return "/o/" + slug + "/surveys/" + id;
    }

    record Row(String words, List<Cell> cells) {}

    /**
     * How many gave both answers.
     *
     * @param share of the largest cell in fifths, 0 to 5, as a bar
     * @param people null where there is no way to them
     */
    record Cell(long count, int share, @Nullable String people) {

        public int width() {
            return share * 12;
        }
    }
}
