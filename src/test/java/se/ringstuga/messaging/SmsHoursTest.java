package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import se.ringstuga.contact.Purpose;
import se.ringstuga.contact.QuietHours;

/** Until when an SMS may be on its way. */
class SmsHoursTest {

    private static final QuietHours QUIET =
            new QuietHours(LocalTime.of(20, 30), LocalTime.of(9, 0), ZoneId.of("Europe/Stockholm"));

    private static final Instant EVENING = Instant.parse("2026-11-20T19:30:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-21T08:00:00Z");

    private static SmsHours at(Instant now) {
        return SmsHours.at(QUIET, now);
    }

    @Test
    void whatLeavesInTheEveningMayArriveUntilItIsQuiet() {
        var hours = at(EVENING.minusSeconds(600));

        assertThat(hours.open()).isTrue();
        assertThat(hours.until(Purpose.INFORMATION, MORNING)).isEqualTo(EVENING);
        assertThat(hours.until(Purpose.INFORMATION, EVENING.minusSeconds(300))).isEqualTo(EVENING.minusSeconds(300));
        assertThat(hours.until(Purpose.REQUESTED, MORNING)).isEqualTo(MORNING);
    }

    @Test
    void theLastMinuteBelongsToTheNight() {
        assertThat(at(EVENING.minusSeconds(60)).open()).isTrue();
        assertThat(at(EVENING.minusSeconds(59)).open()).isFalse();
        assertThat(at(EVENING.minusSeconds(59)).opens()).isEqualTo(MORNING);
        assertThat(at(EVENING).opens()).isEqualTo(MORNING);
        assertThat(at(MORNING.minusMillis(1)).open()).isFalse();
        assertThat(at(MORNING).open()).isTrue();
    }

    @Test
    void whereItIsNeverQuietAMessageHasAllOfItsTime() {
        var never = SmsHours.at(
                new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneId.of("Europe/Stockholm")), EVENING);

        assertThat(never.open()).isTrue();
        assertThat(never.until(Purpose.INFORMATION, MORNING)).isEqualTo(MORNING);
    }

    @Test
    void whatHasLessThanAMinuteLeftIsNotInTime() {
        assertThat(at(EVENING).inTime(EVENING.plusSeconds(60))).isTrue();
        assertThat(at(EVENING).inTime(EVENING.plusSeconds(59))).isFalse();
    }
}
