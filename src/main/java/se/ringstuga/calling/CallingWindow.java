package se.ringstuga.calling;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import se.ringstuga.organizations.CallingHours;

/** Calling hours where the clock stands still or jumps twice a year: local times of day in the organization's zone. */
record CallingWindow(CallingHours hours, ZoneId zone) {

    boolean open(Instant at) {
        return hours.include(LocalTime.ofInstant(at, zone));
    }

    /** The instant itself when calls are allowed then, otherwise the next opening. */
    Instant nextOpen(Instant at) {
        if (open(at)) {
            return at;
        }
        var local = at.atZone(zone);
        var today = opening(local);
        return today.isAfter(at) ? today : opening(local.plusDays(1));
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
        var local = at.atZone(zone);
        var today = closing(local);
        return today.isBefore(at) ? today : closing(local.minusDays(1));
    }

    /** Where the opening falls into the hour that spring leaves out, Java moves it on by the gap: calls begin after it. */
    private Instant opening(ZonedDateTime day) {
        return day.toLocalDate().atTime(hours.from()).atZone(zone).toInstant();
    }

    private Instant closing(ZonedDateTime day) {
        return day.toLocalDate()
                .atTime(hours.to().minusMinutes(1))
                .atZone(zone)
                .withLaterOffsetAtOverlap()
                .toInstant();
    }
}
