package se.ringstuga.calling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import se.ringstuga.organizations.CallingHours;
import se.ringstuga.organizations.ClosedCalendar;

/**
 * Calling hours where the clock stands still or jumps twice a year: local times of day in the organization's zone, on days on
 * which it is not closed.
 */
record CallingWindow(CallingHours hours, ZoneId zone, ClosedCalendar closed) {

    boolean open(Instant at) {
        return hours.include(LocalTime.ofInstant(at, zone)) && !closed.closed(LocalDate.ofInstant(at, zone));
    }

    /** The first day after a break that this instant lies in; null when it lies in none. */
    @Nullable
    LocalDate closedUntil(Instant at) {
        var day = LocalDate.ofInstant(at, zone);
        return closed.closed(day) ? closed.nextOpen(day) : null;
    }

    /** The instant itself when calls are allowed then, otherwise the next opening. */
    Instant nextOpen(Instant at) {
        if (open(at)) {
            return at;
        }
        var day = closed.nextOpen(LocalDate.ofInstant(at, zone));
        var opens = opening(day);
        return opens.isAfter(at) ? opens : opening(closed.nextOpen(day.plusDays(1)));
    }

    /** The allowed time that lies nearest: the end of the hours before, to the minute, or the next opening. */
    Instant nearest(Instant at) {
        if (open(at)) {
            return at;
        }
        var next = nextOpen(at);
        var last = lastBefore(at);
        return at.toEpochMilli() - last.toEpochMilli() <= next.toEpochMilli() - at.toEpochMilli() ? last : next;
    }

    private Instant lastBefore(Instant at) {
        var day = closed.lastOpen(LocalDate.ofInstant(at, zone));
        var closes = closing(day);
        return closes.isBefore(at) ? closes : closing(closed.lastOpen(day.minusDays(1)));
    }

    /** Where the opening falls into the hour that spring leaves out, Java moves it on by the gap: calls begin after it. */
    private Instant opening(LocalDate day) {
        return day.atTime(hours.from()).atZone(zone).toInstant();
    }

    private Instant closing(LocalDate day) {
        return day.atTime(hours.to().minusMinutes(1))
                .atZone(zone)
                .withLaterOffsetAtOverlap()
                .toInstant();
    }
}
