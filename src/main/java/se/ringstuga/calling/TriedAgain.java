package se.ringstuga.calling;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import se.ringstuga.database.SqlFailed;

/**
 * Two transactions may want each other's rows in the end; PostgreSQL ends one of them, which simply tries again. It lets the
 * other go on first: whoever is back at once takes the row again before the one that waits for it has woken up, and they
 * meet as before.
 */
final class TriedAgain {

    private static final int TRIES = 4;
    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMillis(120);

    private TriedAgain() {}

    /** @param work a whole transaction, so not to be called inside of one */
    static <T> T of(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (SqlFailed failed) {
                if (!failed.mayBeTriedAgain() || tries == TRIES) {
                    throw failed;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST.toNanos(), LONGEST.toNanos()));
            }
        }
    }
}
