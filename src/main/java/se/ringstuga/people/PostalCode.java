package se.ringstuga.people;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Postal codes: Swedish ones as 129 31, foreign ones with letters as they are. */
final class PostalCode {

    private static final Pattern SWEDISH = Pattern.compile("(?:SE?-? ?)?([1-9][0-9]{2}) ?([0-9]{2})");
    private static final Pattern FOREIGN = Pattern.compile("(?=.*[A-Z])(?=.*[0-9])[A-Z0-9][A-Z0-9 -]{2,9}");

    private PostalCode() {}

    static ReadCell<String> read(String cell) {
        if (cell.isEmpty()) {
            return ReadCell.empty();
        }
        String text = cell.toUpperCase(Locale.ROOT);
        Matcher swedish = SWEDISH.matcher(text);
        if (swedish.matches()) {
            return ReadCell.good(swedish.group(1) + ' ' + swedish.group(2));
        }
        return FOREIGN.matcher(text).matches() ? ReadCell.good(text) : ReadCell.bad(ProblemCode.INVALID_POSTAL_CODE);
    }
}
