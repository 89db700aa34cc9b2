package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Sends one batch: each message by a call of its own, all at once, and writes down what came of them as the answers come.
 * Before each call it is checked, on a clock that nobody sets, that the lease outlasts the longest attempt; what would not
 * be told in time is not begun.
 */
@ApplicationScoped
class Dispatch {

    private final Carriers carriers;
    private final Outcomes outcomes;
    private final MessagingConfig config;

    Dispatch(Carriers carriers, Outcomes outcomes, MessagingConfig config) {
        this.carriers = carriers;
        this.outcomes = outcomes;
        this.config = config;
    }

    /** @param takenAt {@link System#nanoTime} before the batch was taken */
    void send(List<Attempt> batch, long takenAt) {
        var told = new LinkedBlockingQueue<Outcomes.Told>();
        for (var attempt : batch) {
            Thread.ofVirtual().name("send-" + attempt.messageId()).start(() -> told.add(carried(attempt, takenAt)));
        }
        for (var missing = batch.size(); missing > 0; ) {
            var some = next(told);
            outcomes.record(some);
            missing -= some.size();
        }
    }

    private Outcomes.Told carried(Attempt attempt, long takenAt) {
        var gone = System.nanoTime() - takenAt;
        return gone + config.longestAttempt().toNanos() > config.lease().toNanos()
                ? new Outcomes.Told(attempt, "", null)
                : carriers.carry(attempt);
    }

    /** At least one; all that are there. */
    private static List<Outcomes.Told> next(BlockingQueue<Outcomes.Told> told) {
        var some = new ArrayList<Outcomes.Told>();
        try {
            some.add(told.take());
        } catch (InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
        told.drainTo(some);
        return some;
    }
}
