package se.ringstuga.http;

import java.sql.SQLException;
import java.util.Set;

/** 400: a text or a time that no database keeps. Only somebody outside comes up with one, so it is no failure of ours. */
final class Unstorable extends Problem {

    private static final String CHARACTER_NUL = "22021";
    private static final String TIME_OUT_OF_RANGE = "22008";
    private static final Set<String> STATES = Set.of(CHARACTER_NUL, TIME_OUT_OF_RANGE);

    Unstorable() {
        super(
                400,
                "unstorable",
                "Something in it cannot be stored",
                "A text holds the character NUL or half of a surrogate pair, or a time lies too far away. Take it out and send the rest again.");
    }

    /** Half of a pair is no character: it would be kept as a question mark that nobody wrote. */
    static boolean in(String text) {
        return text.codePoints().anyMatch(letter -> Character.getType(letter) == Character.SURROGATE);
    }

    static boolean is(Throwable cause) {
        return cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()));
    }
}
