package se.ringstuga.messaging;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What people mean by a time of day on a date, on the days too when the clock is changed. */
public final class WallClock {

    private WallClock() {}

    /**
     * A time that is left out when the clock goes forward is as much later as the clock jumps (02:30 is 03:30); of a time
     * that comes twice when it goes back the first is meant.
     */
    public static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }
}
