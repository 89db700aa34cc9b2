package se.ringstuga.automations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import se.ringstuga.organizations.ClosedCalendar;

/** How time passes in an automation: by the wall clock of the association, and not at all on its closed days (rule 33). */
record FlowCalendar(ClosedCalendar days) {

    private static final int LONGEST_LOOK_BACK = 4_000;

    ZoneId zone() {
        return days.zone();
    }

    boolean rests(Instant at) {
        return days.closed(at);
    }

    /** The same time of day on the next day that is open, {@code at} itself where that is. */
    Instant open(Instant at) {
        var local = at.atZone(zone());
        return days.closed(local.toLocalDate())
                ? on(days.nextOpen(local.toLocalDate()), local).toInstant()
                : at;
    }

    Instant after(Instant from, Span span) {
        if (span.unit() != Span.Unit.DAYS) {
            return days.openTimeAfter(from, span.duration());
        }
        var local = from.atZone(zone());
        return on(days.openDayAfter(local.toLocalDate(), span.amount()), local).toInstant();
    }

    /** The first moment of an open day when the clock shows a time from {@code from}, and before {@code to} where that is given. */
    Instant when(Instant at, LocalTime from, @Nullable LocalTime to) {
        var local = at.atZone(zone());
        var time = local.toLocalTime();
        if (!rests(at) && to != null && !time.isBefore(from) && time.isBefore(to)) {
            return at;
        }
        var today = local.with(from);
        return open((today.isBefore(local) ? local.plusDays(1).with(from) : today).toInstant());
    }

    /** So many open days before: whoever was silent since then has been so for that long. */
    Instant daysAgo(Instant at, int count) {
        var local = at.atZone(zone());
        var left = count;
        for (int back = 0; left > 0 && back < LONGEST_LOOK_BACK; back++) {
            if (!days.closed(local.toLocalDate())) {
                left--;
            }
            local = local.minusDays(1);
        }
        return local.toInstant();
    }

    LocalDate date(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    private static ZonedDateTime on(LocalDate date, ZonedDateTime local) {
        return local.with(date);
    }
}
