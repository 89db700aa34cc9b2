package se.ringstuga.phonebanks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evening's figures, said as they are to be read.
 *
 * @param code in two groups; null once it has closed
 * @param enter where the code is typed
 * @param reach what {@code reached} is measured against, null without a goal
 * @param share of those who were reached, how many filled in the survey; null while it says nothing
 * @param queue one sentence for each place where people are
 * @param meter the same as parts of a bar a thousand wide
 * @param paceSaid the bars in words
 */
record Board(
        String base,
        String state,
        String colour,
        String closes,
        @Nullable String code,
        String enter,
        long reached,
        @Nullable String reach,
        long answered,
        @Nullable String share,
        long calls,
        long onThePhone,
        String left,
        List<String> queue,
        List<Part> meter,
        List<Bar> pace,
        String paceSaid,
        String paceSince,
        List<Caller> callers,
        List<WaitingView> waiting,
        String waitingSaid) {

    record Part(long from, long width, String colour) {}

    record Bar(int x, int y, int width, int height, int count) {

        /** Where the figure stands. */
        public int middle() {
            return x + width / 2;
        }

        public int above() {
            return y - 5;
        }
    }

    /** @param doing what they do, said with its time */
    record Caller(long id, String name, String doing, String colour, long calls, long reached, boolean wantsHelp) {}
}
