package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets a few reports be written at a time, in the order in which they came. More at once would not be written any sooner,
 * but would take the database's connections from the callers who wait for somebody to call.
 */
@ApplicationScoped
class ReportTurns {

    private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** @param work a whole transaction, so not to be called inside of one */
    <T> T of(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return OnceMore.of(work);
        } finally {
            turns.release();
        }
    }
}
