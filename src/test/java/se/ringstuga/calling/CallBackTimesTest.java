package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ringstuga.organizations.ClosedCalendar;

class CallBackTimesTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private final CallBackTimes times =
            new CallBackTimes(LocalTime.of(16, 0), LocalTime.of(20, 30), ClosedCalendar.of(STOCKHOLM, List.of()));

    @Test
    void offersAnHourLaterOnTheQuarterAndTomorrowEvening() {
        assertThat(times.suggestions(Instant.parse("2026-11-24T17:07:00Z")))
                .containsExactly(Instant.parse("2026-11-24T18:15:00Z"), Instant.parse("2026-11-25T17:00:00Z"));
    }

    @Test
    void offersNothingOutsideTheCallingHours() {
        assertThat(times.suggestions(Instant.parse("2026-11-24T19:00:00Z")))
                .containsExactly(Instant.parse("2026-11-25T17:00:00Z"));
    }

    @Test
    void keepsTheWallClockWhenSummerTimeEnds() {
        assertThat(times.suggestions(Instant.parse("2026-10-24T16:00:00Z")))
                .contains(Instant.parse("2026-10-25T17:00:00Z"));
    }

    @Test
    void offersSaturdayMorningWhereOneMayCallThen() {
        var wholeDay =
                new CallBackTimes(LocalTime.of(9, 0), LocalTime.of(20, 30), ClosedCalendar.of(STOCKHOLM, List.of()));
        assertThat(wholeDay.suggestions(Instant.parse("2026-11-24T17:00:00Z")))
                .endsWith(Instant.parse("2026-11-28T10:00:00Z"));
    }

    @Test
    void offersNothingOnClosedDays() {
        var closed = ClosedCalendar.of(STOCKHOLM, List.of(LocalDate.of(2026, 11, 25)));
        var wholeDay = new CallBackTimes(LocalTime.of(9, 0), LocalTime.of(20, 30), closed);
        assertThat(wholeDay.suggestions(Instant.parse("2026-11-24T17:07:00Z")))
                .containsExactly(Instant.parse("2026-11-24T18:15:00Z"), Instant.parse("2026-11-28T10:00:00Z"));
    }
}
