package se.ringstuga.contact;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The local times of day between which nobody is to be woken by a message; over midnight when {@code from} is the later.
 * On the days when the clock is changed the local time decides, as it does for whoever sleeps.
 *
 * @param from the first minute of quiet; the same as {@code until} for no quiet hours at all
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {

    public static final LocalTime DEFAULT_FROM = LocalTime.of(20, 30);
    public static final LocalTime DEFAULT_UNTIL = LocalTime.of(9, 0);

    public boolean quiet(Instant at) {
        var time = at.atZone(zone).toLocalTime();
        if (from.equals(until)) {
            return false;
        }
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }

    /** The first instant that is not quiet, {@code at} itself included. */
    public Instant soonest(Instant at) {
        return quiet(at) ? next(at, until) : at;
    }

    /** When it becomes quiet again; empty where it never does. */
    public Optional<Instant> nextQuiet(Instant at) {
        if (from.equals(until)) {
            return Optional.empty();
        }
        return Optional.of(quiet(at) ? at : next(at, from));
    }

    /** The last minute before a quiet one, when {@code at} itself is quiet: rather earlier than in the night. */
    public Instant latest(Instant at) {
        if (!quiet(at)) {
            return at;
        }
        var local = at.atZone(zone);
        var began = local.with(from);
        return (began.isAfter(local) ? local.minusDays(1).with(from) : began)
                .toInstant()
                .minusSeconds(60);
    }

    private Instant next(Instant at, LocalTime time) {
        ZonedDateTime local = at.atZone(zone);
        var today = local.with(time);
        return (today.isAfter(local) ? today : local.plusDays(1).with(time)).toInstant();
    }
}
