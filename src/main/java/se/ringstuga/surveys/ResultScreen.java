package se.ringstuga.surveys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answers to a survey say, on its page.
 *
 * @param people the page of everyone who answered; null for those who may not read the register
 * @param days null when nobody has answered
 * @param crossable the questions that can stand against each other
 * @param mayChange whether it is the organization's own and the reader may change it
 * @param mayExport whether the reader may have the answers with names
 */
record ResultScreen(
        String slug,
        long id,
        String title,
        boolean closed,
        String about,
        String answered,
        @Nullable String people,
        @Nullable DayChart days,
        List<Named> daysTable,
        List<Card> questions,
        List<Choice> crossable,
        boolean mayChange,
        boolean mayExport) {

    public String base() {
        return "/o/" + slug + "/surveys/" + id;
    }

    /** How wide the pictures are, in their own units. */
    public int width() {
        return BarChart.WIDTH;
    }

    /**
     * One question.
     *
     * @param current false for one that is no longer asked
     * @param chart null where there is nothing to draw
     * @param texts the page of what was written; null for other kinds
     */
    record Card(
            long id,
            String text,
            String kind,
            boolean current,
            String answers,
            @Nullable BarChart chart,
            List<Named> rows,
            @Nullable String texts) {}

    /** A row of a table; people is null where there is no way to them. */
    record Named(
            String words,
            long count,
            String share,
            @Nullable String people) {}

    record Choice(long id, String text) {}
}
