package se.ringstuga.reminders;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import se.ringstuga.messaging.WallClock;

/**
 * How long before an event's start, or after its end: so many days at a local time of day, or so many minutes.
 *
 * @param days with {@code localTime}; 0 for the event's own day
 * @param localTime on the wall clock of the event's organization
 * @param minutes instead of both
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Timing(
        @Nullable @Min(0) @Max(366) Integer days,
        @Nullable LocalTime localTime,
        @Nullable @Min(0) @Max(525_600) Integer minutes) {

    boolean complete() {
        return minutes == null ? days != null && localTime != null : days == null && localTime == null;
    }

    /** By the wall clock, on the days too when it is changed. */
    Instant before(Instant start, ZoneId zone) {
        return minutes == null ? day(start, zone, -1) : start.minus(Duration.ofMinutes(minutes));
    }

    Instant after(Instant end, ZoneId zone) {
        return minutes == null ? day(end, zone, 1) : end.plus(Duration.ofMinutes(minutes));
    }

    private Instant day(Instant moment, ZoneId zone, int direction) {
        if (days == null || localTime == null) {
            throw new IllegalStateException("neither days with a time of day nor minutes");
        }
        var day = moment.atZone(zone).toLocalDate().plusDays((long) direction * days);
        return WallClock.instant(day.atTime(localTime), zone);
    }
}
