package se.ringstuga.surveys;

import java.util.ArrayList;
import java.util.List;

/**
 * Lying bars, each with its words above and its number at its end, as an SVG that needs no script and no legend.
 *
 * @param says the same in words, for those who cannot see it
 * @param height in the picture's own units
 */
record BarChart(String title, String says, int height, List<Bar> bars) {

    /** Units across, so that letters stay readable on a phone and do not grow huge on a desktop. */
    static final int WIDTH = 300;

    private static final int ROW = 44;
    private static final int LONGEST_BAR = 250;
    private static final int LONGEST_WORDS = 36;

    /** @param y where its words stand */
    record Bar(String words, String count, int y, int length) {

        public int barY() {
            return y + 6;
        }

        public int countX() {
            return length + 6;
        }

        public int countY() {
            return y + 19;
        }
    }

    /** Something to draw. */
    record Amount(String words, long count) {}

    static BarChart of(String title, String says, List<Amount> amounts) {
        var most = Math.max(1, amounts.stream().mapToLong(Amount::count).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            var amount = amounts.get(i);
            bars.add(new Bar(
                    shortened(amount.words()),
                    String.valueOf(amount.count()),
                    ROW * i + 15,
                    Math.toIntExact(amount.count() * LONGEST_BAR / most)));
        }
        return new BarChart(title, says, ROW * bars.size(), List.copyOf(bars));
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…";
    }
}
