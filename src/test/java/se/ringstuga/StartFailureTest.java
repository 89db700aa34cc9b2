package se.ringstuga;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void whatTheApplicationRefusesIsASentenceAlone() {
        var refused =
                new RuntimeException("Failed to start quarkus", new IllegalStateException("RINGSTUGA_X is missing."));

        assertThat(new StartFailure(refused).told()).isEqualTo("Ringstuga does not start: RINGSTUGA_X is missing.");
    }

    @Test
    void whatNobodyForesawIsToldWhole() {
        assertThat(new StartFailure(new RuntimeException("outer", new NullPointerException("inner"))).told())
                .contains("outer", "inner", "\tat se.ringstuga.StartFailureTest");
        assertThat(new StartFailure(foreign()).told()).contains("\tat java.base/");
    }

    /** An IllegalStateException too, but none of ours. */
    private static Throwable foreign() {
        try {
            var twice = Optional.of(1).stream();
            return new AssertionError(twice.toList() + " and again " + twice.toList());
        } catch (IllegalStateException used) {
            return used;
        }
    }
}
