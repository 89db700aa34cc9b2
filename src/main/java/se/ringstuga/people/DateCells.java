package se.ringstuga.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells with a day or a year, as ISO, Swedish, English and spreadsheets write them. */
final class DateCells {

    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})([-/. ]?)([0-9]{1,2})\\2([0-9]{1,2})");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})[-/. ]+([0-9]{4})");
    private static final Pattern WITH_MONTH =
            Pattern.compile("(?:den )?([0-9]{1,2})[.:]?[ea]?[- ]([a-zåäö]{3,9})\\.?,?[- ]([0-9]{4})");
    private static final Pattern TIME =
            Pattern.compile("[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?(Z|[+-][0-9:]{4,6})?$");
    private static final Pattern SERIAL = Pattern.compile("[2-6][0-9]{4}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec");

    /** Day 0 of a spreadsheet's calendar, which believes that 1900 was a leap year. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final int FIRST_YEAR = 1900;
    private static final int YEARS_AHEAD = 10;

    private DateCells() {}

    /** A day that has been. */
    static ReadCell<LocalDate> past(String cell, LocalDate today) {
        return read(cell, today, ProblemCode.FUTURE_DATE);
    }

    /** A day that may lie ahead, by at most ten years. */
    static ReadCell<LocalDate> any(String cell, LocalDate today) {
        return read(cell, today.plusYears(YEARS_AHEAD), ProblemCode.INVALID_DATE);
    }

    /** A year, or the year of a date of birth; the day itself is not kept. */
    static ReadCell<Integer> birthYear(String cell, LocalDate today) {
        if (cell.isEmpty()) {
            return ReadCell.empty();
        }
        Optional<Integer> year = YEAR.matcher(cell).matches()
                ? Optional.of(Integer.valueOf(cell))
                : date(cell).map(LocalDate::getYear);
        return year.filter(y -> y >= FIRST_YEAR && y <= today.getYear())
                .<ReadCell<Integer>>map(ReadCell::good)
                .orElseGet(() -> ReadCell.bad(ProblemCode.INVALID_BIRTH_YEAR));
    }

    private static ReadCell<LocalDate> read(String cell, LocalDate latest, ProblemCode later) {
        if (cell.isEmpty()) {
            return ReadCell.empty();
        }
        Optional<LocalDate> date = date(cell).filter(found -> found.getYear() >= FIRST_YEAR);
        if (date.isEmpty()) {
            return ReadCell.bad(ProblemCode.INVALID_DATE);
        }
        return date.get().isAfter(latest) ? ReadCell.bad(later) : ReadCell.good(date.get());
    }

    /** As the API writes days; nothing else. */
    static Optional<LocalDate> iso(String text) {
        Matcher date = ISO.matcher(text);
        return date.matches() ? day(date.group(1), Integer.parseInt(date.group(2)), date.group(3)) : Optional.empty();
    }

    static Optional<LocalDate> date(String cell) {
        String text = TIME.matcher(cell).replaceFirst("").toLowerCase(Locale.ROOT);
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            // 2026-3-1 is fine, but 202631 could be two days.
            boolean whole = !yearFirst.group(2).isEmpty() || text.length() == 8;
            return whole ? day(yearFirst.group(1), number(yearFirst, 3), yearFirst.group(4)) : Optional.empty();
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return day(dayFirst.group(4), number(dayFirst, 3), dayFirst.group(1));
        }
        Matcher withMonth = WITH_MONTH.matcher(text);
        if (withMonth.matches()) {
            return day(withMonth.group(3), month(withMonth.group(2)), withMonth.group(1));
        }
        return SERIAL.matcher(text).matches()
                ? Optional.of(SERIAL_ZERO.plusDays(Long.parseLong(text)))
                : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Swedish and English months, whole or shortened; 0 is none. */
    private static int month(String name) {
        String start = name.substring(0, 3).replace("may", "maj").replace("oct", "okt");
        return MONTHS.indexOf(start) + 1;
    }

    private static Optional<LocalDate> day(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
