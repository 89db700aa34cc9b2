package se.ringstuga.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How long access of staff lasts: to the end of March, after the annual meetings, and at least two months (rule 40). */
final class StaffTerm {

    private static final MonthDay LAST_DAY = MonthDay.of(Month.MARCH, 31);
    private static final int FEWEST_DAYS = 60;

    private StaffTerm() {}

    /** The last day of access that is given on this day. */
    static LocalDate lastDay(LocalDate today) {
        LocalDate thisYear = LAST_DAY.atYear(today.getYear());
        return ChronoUnit.DAYS.between(today, thisYear) >= FEWEST_DAYS ? thisYear : thisYear.plusYears(1);
    }

    /** The moment at which that access is over. */
    static Instant end(Instant now, ZoneId zone) {
        return lastDay(LocalDate.ofInstant(now, zone))
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    /** The last day of access that ends at a moment. */
    static LocalDate lastDay(Instant endsAt, ZoneId zone) {
        return LocalDate.ofInstant(endsAt.minusMillis(1), zone);
    }
}
