package se.ringstuga.events;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A rule of RFC 5545 as the form shows it: one of its own choices with a last day, or one of another kind that a tool has made,
 * which stays as it is until somebody chooses another.
 *
 * @param repeat of {@link SeriesForm.Repeat}; {@link #OTHER} for what it does not have
 * @param until a date; empty when it has none
 */
record StoredRule(String repeat, String until) {

    static final String OTHER = "OTHER";

    private static final String UNTIL = "UNTIL=";

    static StoredRule of(String rule, LocalDate first) {
        var without = without(rule);
        var repeat = Arrays.stream(SeriesForm.Repeat.values())
                .filter(one -> one.rule(first).equals(without))
                .map(Enum::name)
                .findFirst()
                .orElse(OTHER);
        return new StoredRule(repeat, until(rule));
    }

    /** The rule without its last day. */
    static String without(String rule) {
        return Arrays.stream(rule.split(";"))
                .filter(part -> !part.startsWith(UNTIL))
                .collect(Collectors.joining(";"));
    }

    private static String until(String rule) {
        return Arrays.stream(rule.split(";"))
                .filter(part -> part.startsWith(UNTIL))
                .map(part -> date(part.substring(UNTIL.length())))
                .findFirst()
                .orElse("");
    }

    private static String date(String basic) {
        try {
            return LocalDate.parse(basic, DateTimeFormatter.BASIC_ISO_DATE).toString();
        } catch (DateTimeException unreadable) {
            return "";
        }
    }
}
