package se.ringstuga.segments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * For whom and when a filter is evaluated.
 *
 * @param organizationId whose people can be in it: those it sees, itself and below
 * @param now the present; statements never ask the database for it
 * @param zone where a day begins
 */
public record Scope(long organizationId, Instant now, ZoneId zone) {

    LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    /** The start of the day that many days ago. */
    Instant daysAgo(int days) {
        return startOf(today().minusDays(days));
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
