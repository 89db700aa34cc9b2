package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T17:30, 2026-12-01T16:30:00Z",
        "2026-07-01T17:30, 2026-07-01T15:30:00Z",
        "2026-03-29T02:30, 2026-03-29T01:30:00Z",
        "2026-10-25T02:30, 2026-10-25T00:30:00Z",
    })
    void aTimeThatIsLeftOutIsLaterAndOneThatComesTwiceIsTheFirst(String local, String instant) {
        assertThat(WallClock.instant(LocalDateTime.parse(local), ZoneId.of("Europe/Stockholm")))
                .isEqualTo(instant);
    }
}
