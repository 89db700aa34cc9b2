package se.ringstuga.organizations;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which days a decision about breaks means. */
final class ClosedSpans {

    private static final MonthDay SUMMER_ENDS = MonthDay.of(Month.AUGUST, 10);
    private static final MonthDay CHRISTMAS_BEGINS = MonthDay.of(Month.DECEMBER, 24);
    private static final MonthDay CHRISTMAS_ENDS = MonthDay.of(Month.JANUARY, 6);

    private ClosedSpans() {}

    /** The days between these two, both inclusive; each once. */
    static Stream<LocalDate> days(ClosedDay day, LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear() - 1, to.getYear())
                .boxed()
                .flatMap(year -> ofYear(day, year))
                .filter(each -> !each.isBefore(from) && !each.isAfter(to))
                .distinct();
    }

    /** Those of the occurrence that begins in this year. */
    private static Stream<LocalDate> ofYear(ClosedDay day, int year) {
        return switch (day.kind()) {
            case DATES -> span(first(day), last(day)).filter(each -> first(day).getYear() == year);
            case YEARLY -> yearly(day, year);
            case PUBLIC_HOLIDAYS -> SwedishHolidays.publicHolidays(year);
            case EVES -> SwedishHolidays.eves(year);
            case SUMMER -> span(SwedishHolidays.midsummerEve(year), SUMMER_ENDS.atYear(year));
            case CHRISTMAS -> span(CHRISTMAS_BEGINS.atYear(year), CHRISTMAS_ENDS.atYear(year + 1));
        };
    }

    /** On 29 February in years that have one, otherwise on the 28th. */
    private static Stream<LocalDate> yearly(ClosedDay day, int year) {
        var later = year - first(day).getYear();
        return later < 0
                ? Stream.empty()
                : span(first(day).plusYears(later), last(day).plusYears(later));
    }

    private static Stream<LocalDate> span(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1));
    }

    private static LocalDate first(ClosedDay day) {
        return Objects.requireNonNull(day.firstOn());
    }

    private static LocalDate last(ClosedDay day) {
        return Objects.requireNonNull(day.lastOn());
    }
}
