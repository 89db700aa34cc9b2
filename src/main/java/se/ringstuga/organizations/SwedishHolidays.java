package se.ringstuga.organizations;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.stream.Stream;

/** Public holidays as the law lists them, by a library that keeps them; it counts three eves among them, which are told apart here. */
final class SwedishHolidays {

    private static final String MIDSUMMER_EVE = "MIDSUMMER_EVE";
    private static final Set<String> EVES_OF_THE_LIBRARY = Set.of(MIDSUMMER_EVE, "CHRISTMAS_EVE", "NEW_YEARS_EVE");
    private static final Set<String> DAYS_WITH_AN_EVE = Set.of("EPIPHANY", "christian.EASTER", "LABOUR_DAY");

    private SwedishHolidays() {}

    static Stream<LocalDate> publicHolidays(int year) {
        return of(year).filter(day -> !EVES_OF_THE_LIBRARY.contains(key(day))).map(Holiday::getDate);
    }

    static Stream<LocalDate> eves(int year) {
        return Stream.concat(
                of(year).filter(day -> EVES_OF_THE_LIBRARY.contains(key(day))).map(Holiday::getDate),
                of(year).filter(day -> DAYS_WITH_AN_EVE.contains(key(day)))
                        .map(day -> day.getDate().minusDays(1)));
    }

    static LocalDate midsummerEve(int year) {
        return of(year).filter(day -> key(day).equals(MIDSUMMER_EVE))
                .map(Holiday::getDate)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Holiday> of(int year) {
        return HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN))
                .getHolidays(Year.of(year))
                .stream();
    }

    private static String key(Holiday day) {
        return day.getPropertiesKey();
    }
}
