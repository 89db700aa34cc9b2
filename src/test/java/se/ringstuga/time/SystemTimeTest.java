package se.ringstuga.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SystemTimeTest {

    @Test
    void anInstantSurvivesTheDatabaseUnchanged() {
        var now = new SystemTime().clock().instant();

        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }
}
