package se.ringstuga.automations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How time passes in an association: by its own wall clock, and not at all on its closed days (rule 33).
 *
 * @param closed of a date; more than a year of closed days on end is taken for a mistake
 */
record FlowCalendar(ZoneId zone, Predicate<LocalDate> closed) {

    private static final int LONGEST_BREAK = 366;

    boolean rests(Instant at) {
        return closed.test(date(at));
    }

    /** The same time of day on the next day that is open, {@code at} itself where that is. */
    Instant open(Instant at) {
        var local = at.atZone(zone);
        for (int day = 0; day < LONGEST_BREAK && closed.test(local.toLocalDate()); day++) {
            local = local.plusDays(1);
        }
        return local.toInstant();
    }

    Instant after(Instant from, Span span) {
        return span.unit() == Span.Unit.DAYS ? afterDays(open(from), span.amount()) : afterTime(from, span.duration());
    }

    private Instant afterDays(Instant from, int days) {
        var at = from;
        for (int day = 0; day < days; day++) {
            at = open(at.atZone(zone).plusDays(1).toInstant());
        }
        return at;
    }

    /** Only the hours of open days count. */
    private Instant afterTime(Instant from, Duration time) {
        var at = openHour(from);
        var left = time;
        var midnight = midnightAfter(at);
        while (Duration.between(at, midnight).compareTo(left) < 0) {
            left = left.minus(Duration.between(at, midnight));
            at = openHour(midnight);
            midnight = midnightAfter(at);
        }
        return at.plus(left);
    }

    /** Unlike {@link #open} the first moment of the open day: hours go on with its first. */
    private Instant openHour(Instant at) {
        return rests(at) ? date(open(at)).atStartOfDay(zone).toInstant() : at;
    }

    private Instant midnightAfter(Instant at) {
        return date(at).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The first moment of an open day when the clock shows a time from {@code from}, and before {@code to} where that is given. */
    Instant when(Instant at, LocalTime from, @Nullable LocalTime to) {
        var local = at.atZone(zone);
        var time = local.toLocalTime();
        if (!rests(at) && to != null && !time.isBefore(from) && time.isBefore(to)) {
            return at;
        }
        var today = local.with(from);
        return open((today.isBefore(local) ? local.plusDays(1).with(from) : today).toInstant());
    }

    /** So many open days before: who was silent since then has been so for that long. */
    Instant daysAgo(Instant at, int days) {
        var local = at.atZone(zone);
        for (int day = 0, passed = 0; day < days && passed < LONGEST_BREAK * 3; passed++) {
            if (!closed.test(local.toLocalDate())) {
                day++;
            }
            local = local.minusDays(1);
        }
        return local.toInstant();
    }

    LocalDate date(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
