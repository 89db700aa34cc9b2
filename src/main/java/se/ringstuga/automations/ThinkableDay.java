package se.ringstuga.automations;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** A day that somebody may mean: calendars go further than clocks and databases do. */
final class ThinkableDay {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private ThinkableDay() {}

    /** Empty for what is no date, or none that anybody lives to see. */
    static Optional<LocalDate> of(String given) {
        try {
            return Optional.of(LocalDate.parse(given.strip())).filter(ThinkableDay::is);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    static boolean is(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
