package se.ringstuga.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When it is tried again: soon at first, then more and more rarely, for two days together. */
final class BackOff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(16));

    /** An endpoint itself is tried again at least this often, with one delivery. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);

    private static final double JITTER = 0.2;

    private BackOff() {}

    /** Empty when it was tried often enough. So many that failed together do not come back together. */
    static Optional<Duration> afterAttempt(int attempt, RandomGenerator random) {
        return attempt > PAUSES.size() ? Optional.empty() : Optional.of(jittered(PAUSES.get(attempt - 1), random));
    }

    /** @param failures in a row, at least one */
    static Duration ofEndpoint(int failures, RandomGenerator random) {
        var pause = PAUSES.get(Math.min(failures, PAUSES.size()) - 1);
        return jittered(pause.compareTo(LONGEST_REST) < 0 ? pause : LONGEST_REST, random);
    }

    /** The last attempt, counted from the first. */
    static Duration whole() {
        return PAUSES.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration jittered(Duration pause, RandomGenerator random) {
        return Duration.ofMillis((long) (pause.toMillis() * (1 - JITTER + 2 * JITTER * random.nextDouble())));
    }
}
