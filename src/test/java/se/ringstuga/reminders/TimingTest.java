package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** When a rule's time is, also on the two nights of 2027 when the clock in Stockholm is changed. */
class TimingTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    private static Timing days(int days, String time) {
        return new Timing(days, LocalTime.parse(time), null);
    }

    @Test
    void theDayBeforeIsADayOfTheCalendarAndNotSoManyHours() {
        assertThat(days(1, "17:00").before(at("2027-03-28T18:00"), STOCKHOLM))
                .as("the night of 28 March has 23 hours")
                .isEqualTo(at("2027-03-27T17:00"))
                .isEqualTo("2027-03-27T16:00:00Z");
        assertThat(days(1, "17:00").before(at("2027-10-31T18:00"), STOCKHOLM))
                .as("the night of 31 October has 25 hours")
                .isEqualTo(at("2027-10-30T17:00"))
                .isEqualTo("2027-10-30T15:00:00Z");
    }

    @Test
    void hoursBeforeAreHours() {
        var day = new Timing(null, null, 24 * 60);
        assertThat(day.before(at("2027-03-28T18:00"), STOCKHOLM)).isEqualTo(at("2027-03-27T17:00"));
        assertThat(day.before(at("2027-10-31T18:00"), STOCKHOLM)).isEqualTo(at("2027-10-30T19:00"));
    }

    @Test
    void aTimeThatIsLeftOutIsAsMuchLaterAsTheClockJumpsAndOfOneThatComesTwiceTheFirstIsMeant() {
        assertThat(days(0, "02:30").before(at("2027-03-28T18:00"), STOCKHOLM)).isEqualTo("2027-03-28T01:30:00Z");
        assertThat(days(0, "02:30").before(at("2027-10-31T18:00"), STOCKHOLM)).isEqualTo("2027-10-31T00:30:00Z");
    }

    @Test
    void afterwardsCountsFromTheEnd() {
        assertThat(days(1, "10:00").after(at("2027-03-27T23:30"), STOCKHOLM)).isEqualTo(at("2027-03-28T10:00"));
        assertThat(days(1, "10:00").after(at("2027-10-31T00:30"), STOCKHOLM)).isEqualTo(at("2027-11-01T10:00"));
        assertThat(new Timing(null, null, 90).after(at("2027-10-31T02:00"), STOCKHOLM))
                .isEqualTo("2027-10-31T01:30:00Z");
    }
}
