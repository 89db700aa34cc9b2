package se.ringstuga.phonebanks;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** The short code of the wall: six of thirty characters that nobody takes for one another (rule 36). */
final class RoomCode {

    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RoomCode() {}

    static String draw() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }

    /** As it was meant: in whatever case, with whatever people put between the groups. */
    static String typed(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** In two groups, as it is read from a wall. */
    static String shown(String code) {
        return code.substring(0, LENGTH / 2) + " " + code.substring(LENGTH / 2);
    }
}
