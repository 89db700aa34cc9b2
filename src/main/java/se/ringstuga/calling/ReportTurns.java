package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few reports be written at a time, in the order in which they came. More at once would not be written any sooner,
 * but would take the database's connections from the callers who wait for somebody to call. Turns are there for speed alone:
 * whoever has waited for long, because those before wait for something themselves, goes on without.
 */
@ApplicationScoped
class ReportTurns {

    private static final int A_PROCESSOR = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Semaphore turns;
    private final Duration patience;

    @Inject
    ReportTurns() {
        this(A_PROCESSOR * Runtime.getRuntime().availableProcessors(), PATIENCE);
    }

    ReportTurns(int atOnce, Duration patience) {
        turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** @param work a whole transaction, so not to be called inside of one */
    <T> T of(Supplier<T> work) {
        var mine = waited();
        try {
            return TriedAgain.of(work);
        } finally {
            if (mine) {
                turns.release();
            }
        }
    }

    private boolean waited() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
