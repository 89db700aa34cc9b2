package se.ringstuga.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final QuietHours NIGHT =
            new QuietHours(LocalTime.of(20, 30), LocalTime.of(9, 0), ZoneId.of("Europe/Stockholm"));

    @Test
    void theNightReachesFromTheEveningToTheMorning() {
        assertThat(NIGHT.quiet(Instant.parse("2026-11-20T19:29:00Z"))).isFalse();
        assertThat(NIGHT.quiet(Instant.parse("2026-11-20T19:30:00Z"))).isTrue();
        assertThat(NIGHT.quiet(Instant.parse("2026-11-21T07:59:00Z"))).isTrue();
        assertThat(NIGHT.quiet(Instant.parse("2026-11-21T08:00:00Z"))).isFalse();
    }

    @Test
    void whatWouldComeInTheNightWaitsForTheMorning() {
        var morning = Instant.parse("2026-11-21T08:00:00Z");

        assertThat(NIGHT.soonest(Instant.parse("2026-11-20T22:15:00Z"))).isEqualTo(morning);
        assertThat(NIGHT.soonest(Instant.parse("2026-11-21T03:15:00Z"))).isEqualTo(morning);
        assertThat(NIGHT.soonest(morning)).isEqualTo(morning);
    }

    @Test
    void nineInTheMorningIsNineOnTheDaysTheClockIsChanged() {
        assertThat(NIGHT.soonest(Instant.parse("2026-03-28T22:00:00Z"))).isEqualTo("2026-03-29T07:00:00Z");
        assertThat(NIGHT.soonest(Instant.parse("2026-10-24T22:00:00Z"))).isEqualTo("2026-10-25T08:00:00Z");
    }

    @Test
    void itCanBeQuietInTheMiddleOfTheDayOrNever() {
        var siesta = new QuietHours(LocalTime.NOON, LocalTime.of(15, 0), ZoneId.of("Europe/Stockholm"));
        var never = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneId.of("Europe/Stockholm"));

        assertThat(siesta.quiet(Instant.parse("2026-11-20T12:00:00Z"))).isTrue();
        assertThat(siesta.quiet(Instant.parse("2026-11-20T20:00:00Z"))).isFalse();
        assertThat(never.quiet(Instant.parse("2026-11-20T23:00:00Z"))).isFalse();
        assertThat(never.nextQuiet(Instant.parse("2026-11-20T23:00:00Z"))).isEmpty();
        assertThat(NIGHT.nextQuiet(Instant.parse("2026-11-20T12:00:00Z")))
                .contains(Instant.parse("2026-11-20T19:30:00Z"));
    }
}
