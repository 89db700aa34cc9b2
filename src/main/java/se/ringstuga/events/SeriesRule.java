package se.ringstuga.events;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;
import se.ringstuga.http.InvalidInput;

/**
 * On which days a series is: a rule of RFC 5545 that counts in days, so that the time of day is what the clock on the wall says.
 *
 * @param text without RRULE: and DTSTART; UNTIL is a date
 * @param exceptMonths 1 to 12, in which there is none; COUNT counts them all the same
 * @param startsOn the first day that counts; every second week is counted from its week
 */
record SeriesRule(String text, Set<Integer> exceptMonths, LocalDate startsOn) {

    /** More than one a day for a year is no series of meetings. */
    static final int MOST = 400;

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_INTERVAL = 52;
    private static final int YEARS_TO_THE_FIRST = 5;
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final Set<String> PARTS =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST");
    private static final Set<String> COUNTING = Set.of("INTERVAL", "COUNT");
    private static final String BOUNDS =
            "may have INTERVAL from 1 to " + LONGEST_INTERVAL + " and COUNT from 1 to " + MOST;
    private static final Pattern UNTIL_TIME = Pattern.compile("UNTIL=(\\d{8}T\\d{6})(Z?)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    SeriesRule {
        exceptMonths = Set.copyOf(exceptMonths);
    }

    /**
     * As it was sent.
     *
     * @throws InvalidInput for a rule that cannot be read, is not one of days, or never comes true
     */
    static SeriesRule of(String sent, Set<Integer> exceptMonths, LocalDate startsOn, ZoneId zone) {
        var text = sent.strip().toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "");
        if (text.length() > LONGEST_TEXT) {
            throw refused("must have at most " + LONGEST_TEXT + " characters");
        }
        var parts = Arrays.stream(text.split(";", -1))
                .map(part -> part.split("=", 2))
                .toList();
        if (parts.stream().anyMatch(part -> !PARTS.contains(part[0]))) {
            throw refused(
                    "may have " + String.join(", ", PARTS.stream().sorted().toList()));
        }
        if (parts.stream().noneMatch(part -> part[0].equals("FREQ") && FREQUENCIES.contains(part[part.length - 1]))) {
            throw refused("must be DAILY, WEEKLY, MONTHLY or YEARLY, such as FREQ=MONTHLY;BYDAY=2TU");
        }
        if (parts.stream()
                .anyMatch(part -> COUNTING.contains(part[0]) && !part[part.length - 1].matches("[1-9][0-9]{0,2}"))) {
            throw refused(BOUNDS);
        }
        var rule = new SeriesRule(withUntilAsDate(text, zone), exceptMonths, startsOn);
        rule.check();
        return rule;
    }

    private void check() {
        var recur = recur();
        if (recur.getInterval() > LONGEST_INTERVAL || recur.getCount() > MOST) {
            throw refused(BOUNDS);
        }
        if (recur.getCount() > 0 && recur.getUntil() != null) {
            throw refused("has either COUNT or UNTIL");
        }
        if (between(startsOn, startsOn.plusYears(YEARS_TO_THE_FIRST)).isEmpty()) {
            throw refused("never comes true after startsOn");
        }
    }

    /** In order, both ends included; at most {@link #MOST}. */
    List<LocalDate> between(LocalDate from, LocalDate to) {
        return recur().getDates(startsOn, from.isBefore(startsOn) ? startsOn : from, to, MOST).stream()
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .filter(day -> !exceptMonths.contains(day.getMonthValue()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether an occurrence that moves within a week, not a month, is still the same one. */
    boolean weekly() {
        return text.matches("(.*;)?FREQ=(DAILY|WEEKLY)(;.*)?");
    }

    private Recur<LocalDate> recur() {
        try {
            return new Recur<>(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw refused("is no rule of RFC 5545, such as FREQ=MONTHLY;BYDAY=2TU");
        }
    }

    private static String withUntilAsDate(String text, ZoneId zone) {
        return UNTIL_TIME.matcher(text).replaceAll(until -> {
            try {
                var time = LocalDateTime.parse(until.group(1), TIME);
                var local = until.group(2).isEmpty()
                        ? time
                        : time.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime();
                return "UNTIL=" + DateTimeFormatter.BASIC_ISO_DATE.format(local.toLocalDate());
            } catch (DateTimeException unreadable) {
                throw refused("UNTIL is a date, such as 20270630");
            }
        });
    }

    private static InvalidInput refused(String why) {
        return new InvalidInput("rule", why);
    }
}
