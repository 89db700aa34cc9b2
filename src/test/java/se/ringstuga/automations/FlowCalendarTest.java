package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ringstuga.organizations.ClosedCalendar;

class FlowCalendarTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /** Closed from Christmas Eve to Twelfth Day. */
    private static final FlowCalendar CHRISTMAS = new FlowCalendar(ClosedCalendar.of(
            STOCKHOLM,
            LocalDate.of(2026, 12, 24).datesUntil(LocalDate.of(2027, 1, 7)).toList()));

    private static final FlowCalendar ALWAYS = new FlowCalendar(ClosedCalendar.of(STOCKHOLM, List.of()));

    @Test
    void waitsStandStillOnClosedDays() {
        assertThat(CHRISTMAS.after(at("2026-12-22T12:00"), Span.days(1))).isEqualTo(at("2026-12-23T12:00"));
        assertThat(CHRISTMAS.after(at("2026-12-22T12:00"), Span.days(2))).isEqualTo(at("2027-01-07T12:00"));
        assertThat(CHRISTMAS.after(at("2026-12-23T20:00"), new Span(6, Span.Unit.HOURS)))
                .isEqualTo(at("2027-01-07T02:00"));
        assertThat(CHRISTMAS.after(at("2026-12-25T12:00"), Span.days(1))).isEqualTo(at("2027-01-08T12:00"));
    }

    @Test
    void daysKeepTheTimeOfDayWhenTheClockIsChanged() {
        assertThat(ALWAYS.after(at("2027-03-27T10:00"), Span.days(1))).isEqualTo(at("2027-03-28T10:00"));
        assertThat(ALWAYS.after(at("2027-10-30T10:00"), Span.days(1))).isEqualTo(at("2027-10-31T10:00"));
        assertThat(ALWAYS.after(at("2027-10-30T10:00"), new Span(24, Span.Unit.HOURS)))
                .isEqualTo(at("2027-10-31T09:00"));
    }

    @Test
    void anHourOfTheDayIsTheNextOneThatIsOpen() {
        var ten = LocalTime.of(10, 0);
        var seven = LocalTime.of(19, 0);
        assertThat(CHRISTMAS.when(at("2026-12-22T08:00"), ten, seven)).isEqualTo(at("2026-12-22T10:00"));
        assertThat(CHRISTMAS.when(at("2026-12-22T12:00"), ten, seven)).isEqualTo(at("2026-12-22T12:00"));
        assertThat(CHRISTMAS.when(at("2026-12-22T12:00"), ten, null)).isEqualTo(at("2026-12-23T10:00"));
        assertThat(CHRISTMAS.when(at("2026-12-23T20:00"), ten, seven)).isEqualTo(at("2027-01-07T10:00"));
    }

    @Test
    void silenceIsCountedInOpenDays() {
        assertThat(CHRISTMAS.daysAgo(at("2027-01-08T12:00"), 2)).isEqualTo(at("2027-01-06T12:00"));
        assertThat(CHRISTMAS.daysAgo(at("2027-01-08T12:00"), 3)).isEqualTo(at("2026-12-22T12:00"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }
}
