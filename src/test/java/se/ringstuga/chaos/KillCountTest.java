package se.ringstuga.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.ringstuga.bench.Bounds;

/** Too few kills show nothing, and the command says so. */
class KillCountTest {

    private static final Options WHOLE = Options.of();

    private static Bounds bounds(KillCount count, Options options) {
        var bounds = new Bounds();
        count.require(options, bounds);
        return bounds;
    }

    @Test
    void twentyKillsAndTenInFlightAreEnough() {
        assertThat(bounds(new KillCount(20, 10, 1), WHOLE).missed()).isEmpty();
    }

    @Test
    void fewerAreNot() {
        assertThat(bounds(new KillCount(19, 9, 0), WHOLE).missed())
                .containsExactly(
                        "kills is 19.0 and must be at least 20.0",
                        "kills_in_flight is 9.0 and must be at least 10.0",
                        "kills_in_reconciliation is 0.0 and must be at least 1.0");
    }

    @Test
    void aSmallRunMustHaveWhatItWasAskedFor() {
        var small = Options.of("--kills", "4", "--reconciling-kills", "0");

        assertThat(bounds(new KillCount(4, 2, 0), small).missed()).isEmpty();
        assertThat(bounds(new KillCount(3, 1, 0), small).missed()).hasSize(2);
    }
}
