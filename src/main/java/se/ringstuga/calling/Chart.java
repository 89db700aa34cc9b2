package se.ringstuga.calling;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars as SVG, drawn on the server: each has its words and its number beside it, so that there is no legend. Whoever does not
 * see them hears {@code title}; the table with the same figures stands next to it. All measures are those of the picture.
 */
record Chart(String id, String title, int width, int height, List<Bar> bars) {

    private static final int WIDTH = 360;
    private static final int ROW = 26;
    private static final int WORDS = 150;
    private static final int LONGEST = 160;
    private static final int TALLEST = 90;
    private static final int ABOVE = 18;
    private static final int BELOW = 22;
    private static final int WIDEST_COLUMN = 60;

    /** What a bar shows; {@code part} of it is drawn in another colour. */
    record Figure(String label, long count, long part) {}

    /** Where the bar stands, and its words and number. */
    record Bar(
            int x,
            int y,
            int width,
            int height,
            int partY,
            int partHeight,
            String label,
            int labelX,
            int labelY,
            String anchor,
            long count,
            int countX,
            int countY) {}

    /** One below the other, the words before them. */
    static Chart lying(String id, String title, List<Figure> figures) {
        var most = most(figures);
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < figures.size(); i++) {
            var figure = figures.get(i);
            var length = length(figure.count(), most, LONGEST);
            var y = i * ROW;
            bars.add(new Bar(
                    WORDS,
                    y + 4,
                    length,
                    ROW - 8,
                    0,
                    0,
                    figure.label(),
                    0,
                    y + 18,
                    "start",
                    figure.count(),
                    WORDS + length + 6,
                    y + 18));
        }
        return new Chart(id, title, WIDTH, Math.max(ROW, figures.size() * ROW), bars);
    }

    /** Side by side, the words below and the number above. */
    static Chart standing(String id, String title, List<Figure> figures) {
        var most = most(figures);
        var column = Math.min(WIDEST_COLUMN, WIDTH / Math.max(1, figures.size()));
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < figures.size(); i++) {
            var figure = figures.get(i);
            var height = length(figure.count(), most, TALLEST);
            var part = figure.part() == 0 ? 0 : length(figure.part(), most, TALLEST);
            var top = ABOVE + TALLEST - height;
            var middle = i * column + column / 2;
            bars.add(new Bar(
                    i * column + column / 6,
                    top,
                    column * 2 / 3,
                    height,
                    ABOVE + TALLEST - part,
                    part,
                    figure.label(),
                    middle,
                    ABOVE + TALLEST + 15,
                    "middle",
                    figure.count(),
                    middle,
                    top - 5));
        }
        return new Chart(id, title, WIDTH, ABOVE + TALLEST + BELOW, bars);
    }

    private static long most(List<Figure> figures) {
        return figures.stream().mapToLong(Figure::count).max().orElse(0);
    }

    /** Whatever is there at all is seen. */
    private static int length(long count, long most, int longest) {
        return count == 0 ? 0 : Math.max(2, Math.toIntExact(count * longest / most));
    }
}
