package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ringstuga.organizations.CallingHours;
import se.ringstuga.organizations.ClosedCalendar;

class CallingWindowTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static CallingWindow window(String from, String to) {
        return new CallingWindow(
                new CallingHours(LocalTime.parse(from), LocalTime.parse(to)),
                STOCKHOLM,
                ClosedCalendar.of(STOCKHOLM, List.of()));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Test
    void itOpensAtItsLocalTimeAndClosesAtTheEnd() {
        var evening = window("17:00", "20:30");

        assertThat(evening.open(at("2026-11-24T15:59:59Z"))).isFalse();
        assertThat(evening.open(at("2026-11-24T16:00:00Z"))).isTrue();
        assertThat(evening.open(at("2026-11-24T19:29:59Z"))).isTrue();
        assertThat(evening.open(at("2026-11-24T19:30:00Z"))).isFalse();
    }

    @Test
    void theNextOpeningKeepsItsLocalTimeAcrossBothClockChanges() {
        var morning = window("09:00", "20:30");

        assertThat(morning.nextOpen(at("2026-03-28T21:00:00Z"))).isEqualTo(at("2026-03-29T07:00:00Z"));
        assertThat(morning.nextOpen(at("2026-10-24T20:00:00Z"))).isEqualTo(at("2026-10-25T08:00:00Z"));
    }

    @Test
    void anOpeningInTheHourThatSpringLeavesOutMovesOnByTheGap() {
        var night = window("02:30", "04:00");

        assertThat(night.nextOpen(at("2026-03-29T00:00:00Z"))).isEqualTo(at("2026-03-29T01:30:00Z"));
        assertThat(night.open(at("2026-03-29T01:30:00Z"))).isTrue();
        assertThat(night.open(at("2026-03-29T01:00:00Z"))).as("03:00 local").isTrue();
    }

    @Test
    void theHourThatAutumnRepeatsIsOpenBothTimes() {
        var night = window("02:00", "03:00");

        assertThat(night.open(at("2026-10-25T00:30:00Z"))).isTrue();
        assertThat(night.open(at("2026-10-25T01:30:00Z"))).isTrue();
        assertThat(night.open(at("2026-10-25T02:00:00Z"))).isFalse();
    }

    @Test
    void theNearestTimeIsTheLastMinuteBeforeOrTheNextOpening() {
        var day = window("09:00", "20:30");

        assertThat(day.nearest(at("2026-11-24T20:00:00Z"))).isEqualTo(at("2026-11-24T19:29:00Z"));
        assertThat(day.nearest(at("2026-11-25T06:00:00Z"))).isEqualTo(at("2026-11-25T08:00:00Z"));
        assertThat(day.nearest(at("2026-11-25T12:00:00Z"))).isEqualTo(at("2026-11-25T12:00:00Z"));
    }

    @Test
    void midnightToTheLastMinuteIsTheWholeDay() {
        var always = window("00:00", "23:59");

        assertThat(always.open(at("2026-11-24T22:59:30Z"))).isTrue();
        assertThat(always.open(at("2026-11-24T23:00:00Z"))).isTrue();
    }

    /** Christmas Eve and Christmas Day, a Thursday and a Friday. */
    @Test
    void onClosedDaysItStaysShutAndTheNearestTimeLiesBeforeOrAfter() {
        var closed = ClosedCalendar.of(STOCKHOLM, List.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25)));
        var evening = new CallingWindow(
                new CallingHours(LocalTime.parse("17:00"), LocalTime.parse("20:30")), STOCKHOLM, closed);

        assertThat(evening.open(at("2026-12-23T17:00:00Z"))).isTrue();
        assertThat(evening.open(at("2026-12-24T17:00:00Z"))).isFalse();
        assertThat(evening.nextOpen(at("2026-12-23T20:00:00Z"))).isEqualTo(at("2026-12-26T16:00:00Z"));
        assertThat(evening.nextOpen(at("2026-12-24T03:00:00Z"))).isEqualTo(at("2026-12-26T16:00:00Z"));
        assertThat(evening.nearest(at("2026-12-24T10:00:00Z"))).isEqualTo(at("2026-12-23T19:29:00Z"));
        assertThat(evening.nearest(at("2026-12-25T20:00:00Z"))).isEqualTo(at("2026-12-26T16:00:00Z"));
        assertThat(evening.closedUntil(at("2026-12-24T10:00:00Z"))).isEqualTo(LocalDate.of(2026, 12, 26));
        assertThat(evening.closedUntil(at("2026-12-23T10:00:00Z"))).isNull();
    }
}
