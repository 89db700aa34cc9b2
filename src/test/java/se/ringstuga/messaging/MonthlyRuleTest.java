package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyRuleTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static MonthlyRule on(int day, String time, Integer... except) {
        return new MonthlyRule(day, null, null, LocalTime.parse(time), Set.of(except));
    }

    private static MonthlyRule the(int nth, DayOfWeek weekday) {
        return new MonthlyRule(null, weekday, nth, LocalTime.of(18, 0), null);
    }

    @ParameterizedTest
    @CsvSource({
        "31, 2026-11, 2026-11-30",
        "31, 2026-12, 2026-12-31",
        "29, 2027-02, 2027-02-28",
        "29, 2028-02, 2028-02-29",
        "1, 2026-12, 2026-12-01",
    })
    void inAMonthThatIsTooShortItIsTheLastDay(int day, YearMonth month, String date) {
        assertThat(on(day, "17:30").in(month)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "1, TUESDAY, 2026-12, 2026-12-01",
        "1, MONDAY, 2026-12, 2026-12-07",
        "4, TUESDAY, 2026-12, 2026-12-22",
        "-1, TUESDAY, 2026-12, 2026-12-29",
        "-1, MONDAY, 2026-11, 2026-11-30",
    })
    void aWeekdayIsCountedFromEitherEndOfTheMonth(int nth, DayOfWeek weekday, YearMonth month, String date) {
        assertThat(the(nth, weekday).in(month)).isEqualTo(date);
    }

    @Test
    void theTimeOfDayStaysThroughTheYearAndMonthsAreLeftOut() {
        var months = on(25, "17:30", 7, 12)
                .from(YearMonth.of(2026, 6), STOCKHOLM)
                .limit(6)
                .toList();

        assertThat(months)
                .extracting(month -> month.at().toString())
                .containsExactly(
                        "2026-06-25T15:30:00Z",
                        "2026-08-25T15:30:00Z",
                        "2026-09-25T15:30:00Z",
                        "2026-10-25T16:30:00Z",
                        "2026-11-25T16:30:00Z",
                        "2027-01-25T16:30:00Z");
    }

    @Test
    void onTheDaysWhenTheClockIsChangedThereIsStillOne() {
        assertThat(on(29, "02:30")
                        .from(YearMonth.of(2026, 3), STOCKHOLM)
                        .findFirst()
                        .orElseThrow()
                        .at())
                .isEqualTo("2026-03-29T01:30:00Z");
        assertThat(on(25, "02:30")
                        .from(YearMonth.of(2026, 10), STOCKHOLM)
                        .findFirst()
                        .orElseThrow()
                        .at())
                .isEqualTo("2026-10-25T00:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        ", , , rule",
        "1, TUESDAY, 1, rule",
        ", TUESDAY, , rule.nth",
        ", TUESDAY, 5, rule.nth",
        ", TUESDAY, 0, rule.nth",
        "1, , 1, rule.nth",
    })
    void itIsEitherADayOrAWeekday(
            @Nullable Integer day, @Nullable DayOfWeek weekday, @Nullable Integer nth, String field) {
        assertThat(new MonthlyRule(day, weekday, nth, LocalTime.NOON, null).violations())
                .extracting(violation -> violation.field())
                .containsExactly(field);
    }
}
