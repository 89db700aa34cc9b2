package se.ringstuga.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code bin/chaos sends} in small: two instances are killed while they send, and the provider's log judges. */
@Timeout(240)
class ChaosIT {

    /** Whoever is killed between taking a message and handing it over has sent nothing, and of a few dozen one is many. */
    private static final double LEAST_SHARE = 0.85;

    @Test
    void nothingGoesOutTwiceAndEverybodyIsAccountedFor() throws Exception {
        var options = Options.of("--seed", "7", "--people", "150", "--kills", "3", "--reconciling-kills", "0");
        var chaos = new SendsChaos(options, Tempo.SMALL, Path.of("target/bench/chaos-small.json"));

        var verdict = chaos.run();

        assertThat(verdict.acceptedTwice()).isEmpty();
        assertThat(verdict.unaccounted()).isEmpty();
        assertThat(verdict.disagreements()).isEmpty();
        assertThat(verdict.acceptedOnceShare()).isGreaterThanOrEqualTo(LEAST_SHARE);
        assertThat(chaos.kills().all()).isEqualTo(3);
        assertThat(chaos.kills().inFlight()).isPositive();
    }
}
