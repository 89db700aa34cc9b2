package se.ringstuga.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Violation;

/**
 * Once a month, on a day or on a weekday, at a time of day of the organization.
 *
 * @param day of the month, 1 to 31; in a month that is too short its last day. Or {@code weekday} and {@code nth}.
 * @param nth which of the weekdays of the month: 1 to 4, or -1 for the last
 * @param time as {@link WallClock} has it on the days when the clock is changed
 * @param exceptMonths 1 to 12, when there is none
 */
record MonthlyRule(
        @Min(1) @Max(31) @Nullable Integer day,
        @Nullable DayOfWeek weekday,
        @Nullable Integer nth,
        @NotNull LocalTime time,
        @Nullable @Size(max = 11) Set<@NotNull @Min(1) @Max(12) Integer> exceptMonths) {

    private static final Set<Integer> WHICH = Set.of(1, 2, 3, 4, -1);

    List<Violation> violations() {
        var wrong = new ArrayList<Violation>();
        if ((day == null) == (weekday == null)) {
            wrong.add(Violation.body("rule", "give either `day` or `weekday` and `nth`"));
        } else if ((weekday == null) != (nth == null) || (nth != null && !WHICH.contains(nth))) {
            wrong.add(Violation.body("rule.nth", "must be 1 to 4, or -1 for the last, beside a weekday"));
        }
        return wrong;
    }

    Set<Integer> without() {
        return exceptMonths == null ? Set.of() : exceptMonths;
    }

    /** The day of the month, whether or not the month is left out. */
    LocalDate in(YearMonth month) {
        if (day != null) {
            return month.atDay(Math.min(day, month.lengthOfMonth()));
        }
        return month.atDay(1)
                .with(TemporalAdjusters.dayOfWeekInMonth(which(), weekday == null ? DayOfWeek.MONDAY : weekday));
    }

    private int which() {
        return nth == null ? 1 : nth;
    }

    /** One after the other from this month on, without end. */
    Stream<Occurrence> from(YearMonth month, ZoneId zone) {
        return Stream.iterate(month, next -> next.plusMonths(1))
                .filter(next -> !without().contains(next.getMonthValue()))
                .map(next -> new Occurrence(next, in(next), WallClock.instant(in(next).atTime(time), zone)));
    }

    /** One of them. */
    record Occurrence(YearMonth month, LocalDate on, Instant at) {}
}
