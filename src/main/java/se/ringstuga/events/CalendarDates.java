package se.ringstuga.events;

import java.time.DateTimeException;
import java.time.YearMonth;
import se.ringstuga.http.NotFound;

/** The months and years in addresses of calendars: within a lifetime of associations, everything else is no page. */
final class CalendarDates {

    private static final int FIRST = 2000;
    private static final int LAST = 2100;

    private CalendarDates() {}

    /** @throws NotFound for what is no such month */
    static YearMonth month(String written) {
        try {
            var month = YearMonth.parse(written);
            year(month.getYear());
            return month;
        } catch (DateTimeException unreadable) {
            throw new NotFound();
        }
    }

    /** @throws NotFound for what is no such year */
    static int year(int year) {
        if (year < FIRST || year > LAST) {
            throw new NotFound();
        }
        return year;
    }
}
