package se.ringstuga.http;

/**
 * What nobody types on purpose in a name, a title or a value to search for. A database cannot even store some of them, so
 * they are refused where they come in; longer texts and a register's cells only lose them.
 */
public final class ControlCharacters {

    /** For {@code jakarta.validation.constraints.Pattern}. */
    public static final String NONE = "\\P{Cc}*";

    public static final String REFUSED = "holds a control character, such as a NUL or a line break; take it away";

    private ControlCharacters() {}

    /** Line breaks and tabs are control characters too. */
    public static boolean in(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /** Whether there are others than the line breaks and tabs of a longer text. */
    public static boolean inLines(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }
}
