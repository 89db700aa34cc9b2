package se.ringstuga.messaging;

/** Where in a template something stands, both counted from 1. */
public record TemplatePlace(int line, int column) {

    static TemplatePlace of(String text, int index) {
        var before = text.substring(0, index);
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        return new TemplatePlace(lines + 1, index - before.lastIndexOf('\n'));
    }

    String swedish() {
        return "rad %d, tecken %d".formatted(line, column);
    }

    String english() {
        return "line %d, character %d".formatted(line, column);
    }
}
