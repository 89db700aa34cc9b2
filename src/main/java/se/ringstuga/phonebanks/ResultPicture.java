package se.ringstuga.phonebanks;

import java.util.List;

/** An evening's result as a picture to share: square, readable small, in colours of its own. */
final class ResultPicture {

    private static final int SIDE = 1080;
    private static final int FIRST_FIGURE = 430;
    private static final int FIGURE_STEP = 150;
    private static final int LONGEST_LINE = 30;

    private ResultPicture() {}

    static String of(EveningResult result, String thanks) {
        var lines = new StringBuilder();
        var y = FIRST_FIGURE;
        for (var figure : result.figures()) {
            lines.append(text(90, y, 110, 700, figure.value()));
            lines.append(text(430, y, 52, 400, figure.words()));
            y += FIGURE_STEP;
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%1$d" height="%1$d" role="img" \
                font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif" fill="#fff"><title>%2$s</title>\
                <rect width="%1$d" height="%1$d" fill="#a8122a"/>%3$s%4$s%5$s%6$s</svg>
                """.formatted(
                        SIDE,
                        escaped(described(result)),
                        text(90, 150, 76, 700, thanks),
                        text(90, 230, 46, 400, shortened(result.title())),
                        lines,
                        text(90, SIDE - 70, 40, 400, shortened(result.organization()) + " · " + result.day()));
    }

    /** The same in words, for whoever cannot see it. */
    static String described(EveningResult result) {
        List<String> said = result.figures().stream()
                .map(figure -> figure.value() + " " + figure.words())
                .toList();
        return result.title() + ", " + result.day() + ": " + String.join(", ", said);
    }

    private static String text(int x, int y, int size, int weight, String words) {
        return "<text x=\"%d\" y=\"%d\" font-size=\"%d\" font-weight=\"%d\">%s</text>"
                .formatted(x, y, size, weight, escaped(words));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_LINE
                ? text
                : text.substring(0, LONGEST_LINE - 1).strip() + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
