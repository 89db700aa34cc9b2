package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.http.InvalidInput;

/** On which days, and at what moment of them. */
class SeriesRuleTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final LocalDate START = LocalDate.parse("2026-12-01");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=MONTHLY;BYDAY=2TU                   | 2026-12-08 2027-01-12 2027-02-09 2027-03-09
            FREQ=MONTHLY;BYDAY=-1TH                  | 2026-12-31 2027-01-28 2027-02-25 2027-03-25
            FREQ=MONTHLY;BYMONTHDAY=31               | 2026-12-31 2027-01-31 2027-03-31
            FREQ=MONTHLY;BYMONTHDAY=-1               | 2026-12-31 2027-01-31 2027-02-28 2027-03-31
            FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO        | 2026-12-07 2027-02-01
            FREQ=WEEKLY;INTERVAL=4;BYDAY=WE          | 2026-12-02 2026-12-30 2027-01-27 2027-02-24 2027-03-24
            FREQ=WEEKLY;BYDAY=TU;COUNT=3             | 2026-12-01 2026-12-08 2026-12-15
            FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215      | 2026-12-01 2026-12-08 2026-12-15
            FREQ=WEEKLY;BYDAY=TU;UNTIL=20261214T230000Z | 2026-12-01 2026-12-08 2026-12-15
            RRULE:freq=monthly;byday=2tu;count=1     | 2026-12-08
            FREQ=YEARLY;BYMONTH=3;BYDAY=3SA          | 2027-03-20
            FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2 | 2026-12-31 2027-01-29
            """)
    void aRuleGivesItsDays(String rule, String days) {
        var expected =
                List.of(days.strip().split(" ")).stream().map(LocalDate::parse).toList();
        assertThat(rule(rule).between(START, LocalDate.parse("2027-03-31"))).isEqualTo(expected);
    }

    @Test
    void monthsAreLeftOutAndCountedAllTheSame() {
        var rule = SeriesRule.of("FREQ=MONTHLY;BYDAY=1TU;COUNT=4", Set.of(7, 1), START, STOCKHOLM);
        assertThat(rule.between(START, START.plusYears(1)))
                .containsExactly(
                        LocalDate.parse("2026-12-01"), LocalDate.parse("2027-02-02"), LocalDate.parse("2027-03-02"));
    }

    @Test
    void aLaterWindowKeepsTheStepAndTheCount() {
        var fortnight = rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
        assertThat(fortnight.between(LocalDate.parse("2026-12-09"), LocalDate.parse("2027-01-12")))
                .containsExactly(
                        LocalDate.parse("2026-12-15"), LocalDate.parse("2026-12-29"), LocalDate.parse("2027-01-12"));
        assertThat(rule("FREQ=WEEKLY;COUNT=3").between(LocalDate.parse("2026-12-09"), LocalDate.parse("2027-12-31")))
                .containsExactly(LocalDate.parse("2026-12-15"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FREQ",
                "FREQ=SECONDLY",
                "FREQ=MINUTELY",
                "FREQ=HOURLY",
                "FREQ=FORTNIGHTLY",
                "BYDAY=TU",
                "FREQ=WEEKLY;BYHOUR=10",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=MONTHLY;BYDAY=9TU",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=WEEKLY;INTERVAL=0",
                "FREQ=WEEKLY;INTERVAL=53",
                "FREQ=WEEKLY;INTERVAL=-1",
                "FREQ=WEEKLY;INTERVAL=x",
                "FREQ=WEEKLY;COUNT=0",
                "FREQ=WEEKLY;COUNT=401",
                "FREQ=WEEKLY;COUNT=2;UNTIL=20270101",
                "FREQ=WEEKLY;UNTIL=20260101",
                "FREQ=WEEKLY;UNTIL=20271331T990000Z",
                "FREQ=WEEKLY;UNTIL=soon",
                "FREQ=WEEKLY;X-MOON=FULL",
                "FREQ=WEEKLY;",
                "FREQ=DAILY;FREQ=WEEKLY;BYDAY=MO;BYSETPOS=0"
            })
    void whatIsNoRuleOfDaysIsRefused(String rule) {
        assertThatThrownBy(() -> rule(rule))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.violations().getFirst().field())
                                .isEqualTo("rule"));
    }

    @Test
    void sixInTheEveningStaysSixInTheEvening() {
        var times = new SeriesTimes(LocalTime.of(18, 0), 120, null, 0);
        assertThat(times.on(LocalDate.parse("2027-03-23"), STOCKHOLM).startsAt())
                .isEqualTo(at("2027-03-23T17:00:00Z"));
        assertThat(times.on(LocalDate.parse("2027-03-30"), STOCKHOLM).startsAt())
                .isEqualTo(at("2027-03-30T16:00:00Z"));
        assertThat(times.on(LocalDate.parse("2027-10-26"), STOCKHOLM).startsAt())
                .isEqualTo(at("2027-10-26T16:00:00Z"));
        assertThat(times.on(LocalDate.parse("2027-11-02"), STOCKHOLM).startsAt())
                .isEqualTo(at("2027-11-02T17:00:00Z"));
    }

    @Test
    void halfPastTwoIsAnHourLaterWhenItIsLeftOutAndTheFirstWhenItComesTwice() {
        var night = new SeriesTimes(LocalTime.of(2, 30), 60, 60, 30);
        var spring = night.on(LocalDate.parse("2027-03-28"), STOCKHOLM);
        assertThat(spring)
                .isEqualTo(new EventTimes(
                        at("2027-03-28T01:30:00Z"),
                        at("2027-03-28T02:30:00Z"),
                        at("2027-03-28T00:30:00Z"),
                        at("2027-03-28T01:00:00Z")));
        assertThat(night.on(LocalDate.parse("2027-10-31"), STOCKHOLM).startsAt())
                .isEqualTo(at("2027-10-31T00:30:00Z"));
        assertThat(night.on(LocalDate.parse("2027-11-01"), STOCKHOLM).startsAt())
                .isEqualTo(at("2027-11-01T01:30:00Z"));
    }

    private static SeriesRule rule(String text) {
        return SeriesRule.of(text, Set.of(), START, STOCKHOLM);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
