package se.ringstuga.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedCalendarTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Test
    void aBreakEndsWithItsLastDay() {
        var closed = closed("2026-12-24", "2026-12-25", "2026-12-26");

        assertThat(closed.closed(day("2026-12-23"))).isFalse();
        assertThat(closed.closed(day("2026-12-26"))).isTrue();
        assertThat(closed.nextOpen(day("2026-12-24"))).isEqualTo(day("2026-12-27"));
        assertThat(closed.nextOpen(at("2026-12-24T00:00"))).isEqualTo(at("2026-12-27T00:00"));
        assertThat(closed.nextOpen(at("2026-12-23T23:59"))).isEqualTo(at("2026-12-23T23:59"));
        assertThat(closed.lastOpen(day("2026-12-25"))).isEqualTo(day("2026-12-23"));
    }

    @Test
    void aWaitStandsStillWhileItIsClosed() {
        var closed = closed("2026-12-24", "2026-12-25", "2026-12-26");

        assertThat(closed.openTimeAfter(at("2026-12-23T18:00"), Duration.ofHours(5)))
                .isEqualTo(at("2026-12-23T23:00"));
        assertThat(closed.openTimeAfter(at("2026-12-23T18:00"), Duration.ofHours(24)))
                .isEqualTo(at("2026-12-27T18:00"));
        assertThat(closed.openTimeAfter(at("2026-12-25T12:00"), Duration.ofHours(2)))
                .isEqualTo(at("2026-12-27T02:00"));
        assertThat(closed.openTimeAfter(at("2026-12-25T12:00"), Duration.ZERO)).isEqualTo(at("2026-12-27T00:00"));
    }

    @Test
    void whatWouldEndAsTheBreakBeginsEndsAfterIt() {
        var closed = closed("2026-12-24");

        assertThat(closed.openTimeAfter(at("2026-12-23T18:00"), Duration.ofHours(6)))
                .isEqualTo(at("2026-12-25T00:00"));
    }

    @Test
    void daysAreCountedWithoutTheClosedOnes() {
        var closed = closed("2026-12-24", "2026-12-25", "2026-12-26");

        assertThat(closed.openDayAfter(day("2026-12-22"), 2)).isEqualTo(day("2026-12-27"));
        assertThat(closed.openDayAfter(day("2026-12-25"), 0)).isEqualTo(day("2026-12-27"));
        assertThat(closed.openTimeBetween(at("2026-12-23T12:00"), at("2026-12-28T12:00")))
                .isEqualTo(Duration.ofDays(2));
        assertThat(closed.openTimeBetween(at("2026-12-24T12:00"), at("2026-12-26T12:00")))
                .isZero();
    }

    /** On 28 March 2027 a day has 23 hours, on 31 October 25. */
    @Test
    void onTheDaysWhenTheClockIsChangedADayIsClosedFromMidnightToMidnight() {
        var spring = closed("2027-03-28");
        assertThat(spring.openTimeAfter(at("2027-03-27T12:00"), Duration.ofHours(24)))
                .isEqualTo(at("2027-03-29T12:00"));
        assertThat(spring.closed(at("2027-03-28T23:59"))).isTrue();
        var autumn = closed("2027-10-31");
        assertThat(autumn.openTimeAfter(at("2027-10-30T12:00"), Duration.ofHours(24)))
                .isEqualTo(at("2027-11-01T12:00"));
        assertThat(autumn.nextOpen(at("2027-10-31T02:30"))).isEqualTo(at("2027-11-01T00:00"));

        var none = closed();
        assertThat(none.openTimeAfter(at("2027-03-27T12:00"), Duration.ofHours(24)))
                .isEqualTo(at("2027-03-28T13:00"));
        assertThat(none.openTimeAfter(at("2027-10-30T12:00"), Duration.ofHours(24)))
                .isEqualTo(at("2027-10-31T11:00"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void waitingAndCountingAreOneAnothersInverse(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++) {
            var days = new TreeSet<LocalDate>();
            random.ints(random.nextInt(30), 0, 60)
                    .forEach(after -> days.add(day("2027-03-10").plusDays(after)));
            var closed = ClosedCalendar.of(STOCKHOLM, days);
            var from = at("2027-03-12T00:00").plus(Duration.ofMinutes(random.nextInt(40 * 24 * 60)));
            var wait = Duration.ofMinutes(random.nextInt(20 * 24 * 60));

            var until = closed.openTimeAfter(from, wait);

            assertThat(closed.closed(until)).isFalse();
            assertThat(closed.openTimeBetween(from, until)).isEqualTo(wait);
            assertThat(closed.breaks().values())
                    .allMatch(last -> days.contains(last) && !days.contains(last.plusDays(1)));
        }
    }

    private static ClosedCalendar closed(String... days) {
        return ClosedCalendar.of(
                STOCKHOLM, List.of(days).stream().map(ClosedCalendarTest::day).toList());
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }
}
