package se.ringstuga.events;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import se.ringstuga.messaging.WallClock;

/**
 * At what time of day each of a series is, and how long before it people may sign up.
 *
 * @param start as the clock on the wall says, in summer and in winter
 * @param opensBefore minutes before its start; null for at once
 * @param closesBefore minutes before its start
 */
record SeriesTimes(LocalTime start, int minutes, @Nullable Integer opensBefore, int closesBefore) {

    EventTimes on(LocalDate day, ZoneId zone) {
        var starts = WallClock.instant(day.atTime(start), zone);
        return new EventTimes(
                starts,
                starts.plus(Duration.ofMinutes(minutes)),
                opensBefore == null ? null : starts.minus(Duration.ofMinutes(opensBefore)),
                starts.minus(Duration.ofMinutes(closesBefore)));
    }
}
