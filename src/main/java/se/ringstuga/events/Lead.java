package se.ringstuga.events;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How long before an event its sign-up opens or closes, as a choice in a form. Any other time that a tool has chosen stands there
 * as ISO 8601 writes it, so that a form that is saved unread changes nothing.
 */
enum Lead {
    START(Duration.ZERO),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    THREE_DAYS(Duration.ofDays(3)),
    WEEK(Duration.ofDays(7)),
    TWO_WEEKS(Duration.ofDays(14)),
    MONTH(Duration.ofDays(30)),
    TWO_MONTHS(Duration.ofDays(60));

    static final List<Lead> CLOSINGS = List.of(START, HOUR, DAY, THREE_DAYS, WEEK);
    static final List<Lead> OPENINGS = List.of(WEEK, TWO_WEEKS, MONTH, TWO_MONTHS);

    /** Nobody plans further ahead; what is longer was not written by the form. */
    private static final Duration LONGEST = Duration.ofDays(365 * 10);

    private static final int HOUR_MINUTES = 60;
    private static final int DAY_MINUTES = 24 * HOUR_MINUTES;

    private final Duration before;

    Lead(Duration before) {
        this.before = before;
    }

    /** As it stands in a form. */
    static String written(Duration before) {
        return usual(before).map(Lead::name).orElseGet(before::toString);
    }

    /** What stood in a form; at its beginning when that is nothing. */
    static Duration read(String written) {
        return Arrays.stream(values())
                .filter(lead -> lead.name().equals(written))
                .findFirst()
                .map(lead -> lead.before)
                .orElseGet(() -> other(written));
    }

    private static Duration other(String written) {
        try {
            var before = Duration.parse(written);
            return before.abs().compareTo(LONGEST) > 0 ? Duration.ZERO : before;
        } catch (DateTimeParseException | ArithmeticException unreadable) {
            return Duration.ZERO;
        }
    }

    private static Optional<Lead> usual(Duration before) {
        return Arrays.stream(values())
                .filter(lead -> lead.before.equals(before))
                .findFirst();
    }

    static String words(String written, EventFormMessages say) {
        var before = read(written);
        return usual(before).map(lead -> lead.words(say)).orElseGet(() -> {
            var amount = amount(before.abs().toMinutes(), say);
            return before.isNegative() ? say.afterStart(amount) : say.beforeStart(amount);
        });
    }

    private static String amount(long minutes, EventFormMessages say) {
        if (minutes % DAY_MINUTES == 0) {
            return say.days(minutes / DAY_MINUTES);
        }
        if (minutes % HOUR_MINUTES == 0) {
            return minutes == HOUR_MINUTES ? say.oneHour() : say.hours(minutes / HOUR_MINUTES);
        }
        return say.minutes(minutes);
    }

    private String words(EventFormMessages say) {
        return switch (this) {
            case START -> say.closesAtStart();
            case HOUR -> say.closesHour();
            case DAY -> say.closesDay();
            case THREE_DAYS -> say.closesThreeDays();
            case WEEK -> say.closesWeek();
            case TWO_WEEKS -> say.twoWeeks();
            case MONTH -> say.aMonth();
            case TWO_MONTHS -> say.twoMonths();
        };
    }
}
