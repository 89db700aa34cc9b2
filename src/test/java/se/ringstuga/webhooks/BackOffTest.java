package se.ringstuga.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final RandomGenerator RANDOM = new Random(7);

    @Test
    void itIsTriedForTwoDaysAndThenNoMore() {
        assertThat(BackOff.whole()).isBetween(Duration.ofHours(46), Duration.ofHours(48));
        assertThat(BackOff.afterAttempt(9, RANDOM)).isPresent();
        assertThat(BackOff.afterAttempt(10, RANDOM)).isEmpty();
    }

    @Test
    void eachPauseIsLongerAndHardlyTwoAreAlike() {
        for (var attempt = 1; attempt < 9; attempt++) {
            var earlier = attempt;
            assertThat(IntStream.range(0, 50)
                            .mapToObj(_ -> BackOff.afterAttempt(earlier, RANDOM).orElseThrow())
                            .distinct())
                    .hasSizeGreaterThan(40)
                    .allMatch(pause -> pause.compareTo(BackOff.afterAttempt(earlier + 1, RANDOM)
                                    .orElseThrow()
                                    .multipliedBy(2))
                            < 0);
        }
    }

    @Test
    void anEndpointIsAskedAgainWithinAQuarterOfAnHour() {
        assertThat(BackOff.ofEndpoint(1, RANDOM)).isLessThan(Duration.ofSeconds(7));
        assertThat(BackOff.ofEndpoint(500, RANDOM)).isLessThan(Duration.ofMinutes(19));
    }
}
