package se.ringstuga.messaging;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds words that are true on the day they are written and perhaps not on the day they are sent (rule 31). */
final class RelativeDays {

    private static final Pattern WORDS = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(i dag|idag|i kväll|ikväll|i morgon|imorgon|i natt|inatt|i övermorgon|today|tonight|tomorrow)(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private RelativeDays() {}

    /** The first of them, as it was written, each letter in one piece. */
    static Optional<String> in(String text) {
        var found = WORDS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
