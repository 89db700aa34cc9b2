package se.ringstuga.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** A command that misses a bound fails and says which. */
class BoundsTest {

    private final Bounds bounds = new Bounds();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int code() {
        return bounds.told(new PrintStream(out, true, UTF_8));
    }

    @Test
    void whatReachesItsBoundsEndsWell() {
        bounds.atLeast("share", 0.97, 0.97);
        bounds.atMost("freeze_ratio", 3, 3);
        bounds.below("wait", 1.99, 2);
        bounds.none("accepted_twice", 0);

        assertThat(code()).isZero();
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void eachMissedBoundIsNamedWithItsFigure() {
        bounds.atLeast("share", 0.969, 0.97);
        bounds.atMost("freeze_ratio", 3.01, 3);
        bounds.below("wait", 2, 2);
        bounds.none("accepted_twice", 1);
        bounds.atLeast("sends_ratio", Double.NaN, 0.25);

        assertThat(code()).isEqualTo(1);
        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "share is 0.969 and must be at least 0.97",
                        "freeze_ratio is 3.01 and must be at most 3.0",
                        "wait is 2.0 and must be below 2.0",
                        "accepted_twice is 1.0 and must be exactly 0.0",
                        "sends_ratio is NaN and must be at least 0.25");
    }
}
