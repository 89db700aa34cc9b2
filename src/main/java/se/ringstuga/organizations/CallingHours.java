package se.ringstuga.organizations;

import java.time.LocalTime;

/**
 * The local times of day between which people may be called. {@code 00:00} to {@code 23:59} is the whole day.
 *
 * @param from inclusive
 * @param to exclusive, but for 23:59, which stands for the end of the day
 */
public record CallingHours(LocalTime from, LocalTime to) {

    /** What holds where no organization up to the root has chosen: late enough for sleepers, early enough for families. */
    public static final CallingHours DEFAULT = new CallingHours(LocalTime.of(9, 0), LocalTime.of(20, 30));

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    public CallingHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("calling hours must begin before they end");
        }
    }

    public boolean include(LocalTime time) {
        return !time.isBefore(from) && (time.isBefore(to) || !to.isBefore(LAST_MINUTE));
    }
}
