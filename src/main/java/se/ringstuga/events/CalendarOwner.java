package se.ringstuga.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * An organization as the owner of a calendar.
 *
 * @param open whether its calendar is for everybody
 * @param hasBelow whether there are organizations below it
 */
record CalendarOwner(long id, String slug, String name, ZoneId zone, boolean open, boolean hasBelow) {

    CalendarScope scope(boolean below, CalendarScope.Audience audience) {
        return new CalendarScope(id, below, audience);
    }

    /** When a day begins here. */
    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    Instant start(YearMonth month) {
        return start(month.atDay(1));
    }
}
