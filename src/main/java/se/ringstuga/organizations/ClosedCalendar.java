package se.ringstuga.organizations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The days on which an organization is closed (rule 33), its own and those from above taken together. A closed day lasts from
 * midnight to midnight in the organization's zone; time stands still in it for whatever waits.
 *
 * @param breaks the last day of each uninterrupted break by its first
 */
public record ClosedCalendar(ZoneId zone, NavigableMap<LocalDate, LocalDate> breaks) {

    public static ClosedCalendar of(ZoneId zone, Collection<LocalDate> closed) {
        var breaks = new TreeMap<LocalDate, LocalDate>();
        for (var day : new TreeSet<>(closed)) {
            var latest = breaks.lastEntry();
            if (latest != null && latest.getValue().plusDays(1).equals(day)) {
                breaks.put(latest.getKey(), day);
            } else {
                breaks.put(day, day);
            }
        }
        return new ClosedCalendar(zone, breaks);
    }

    public boolean closed(LocalDate day) {
        var started = breaks.floorEntry(day);
        return started != null && !started.getValue().isBefore(day);
    }

    public boolean closed(Instant at) {
        return closed(LocalDate.ofInstant(at, zone));
    }

    /** The day itself unless it is closed. */
    public LocalDate nextOpen(LocalDate day) {
        return closed(day) ? breaks.floorEntry(day).getValue().plusDays(1) : day;
    }

    /** The latest open day that is not after this one. */
    public LocalDate lastOpen(LocalDate day) {
        return closed(day) ? breaks.floorKey(day).minusDays(1) : day;
    }

    /** The instant itself unless it lies in a closed day, otherwise the midnight that ends the break. */
    public Instant nextOpen(Instant at) {
        var day = LocalDate.ofInstant(at, zone);
        return closed(day) ? begins(nextOpen(day)) : at;
    }

    /** When so much time has passed on open days; never within a closed one. */
    public Instant openTimeAfter(Instant from, Duration wait) {
        var at = nextOpen(from);
        var left = wait;
        for (var next = breakAfter(at); next != null; next = breakAfter(at)) {
            var before = Duration.between(at, begins(next.getKey()));
            if (left.compareTo(before) < 0) {
                return at.plus(left);
            }
            left = left.minus(before);
            at = begins(next.getValue().plusDays(1));
        }
        return at.plus(left);
    }

    /** How much of the time between two instants lies on open days; zero where the second is not the later one. */
    public Duration openTimeBetween(Instant from, Instant to) {
        var open = Duration.ZERO;
        var at = nextOpen(from);
        for (var next = breakAfter(at); next != null && begins(next.getKey()).isBefore(to); next = breakAfter(at)) {
            open = open.plus(Duration.between(at, begins(next.getKey())));
            at = begins(next.getValue().plusDays(1));
        }
        return at.isBefore(to) ? open.plus(Duration.between(at, to)) : open;
    }

    /** The open day that comes so many open days after this one; with none, the day itself or the first open one after it. */
    public LocalDate openDayAfter(LocalDate day, int days) {
        var at = nextOpen(day);
        for (var left = days; left > 0; left--) {
            at = nextOpen(at.plusDays(1));
        }
        return at;
    }

    /** The next break that begins after an open instant; null when there is none. */
    private Map.@Nullable Entry<LocalDate, LocalDate> breakAfter(Instant open) {
        return breaks.higherEntry(LocalDate.ofInstant(open, zone));
    }

    /** On a day that begins with the clock going forward this is the first instant there is. */
    private Instant begins(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
