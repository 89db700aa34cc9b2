package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import se.ringstuga.messaging.gateway.Outcome;

/**
 * Sends what was taken: each message by a call of its own, all at once, and has what came of them written as the answers
 * come. Before each call it is checked, on a clock that nobody sets, that the lease outlasts the longest attempt; what
 * would not be told in time is not begun.
 */
@ApplicationScoped
class Dispatch {

    private static final Logger LOG = Logger.getLogger(Dispatch.class);

    private final Carriers carriers;
    private final OutcomeQueue outcomes;
    private final MessagingConfig config;

    Dispatch(Carriers carriers, OutcomeQueue outcomes, MessagingConfig config) {
        this.carriers = carriers;
        this.outcomes = outcomes;
        this.config = config;
    }

    /**
     * Returns as soon as the calls are on their way.
     *
     * @param takenAt {@link System#nanoTime} before the batch was taken
     * @param over told of each message once what came of it is written down, or cannot be
     */
    void send(List<Attempt> batch, long takenAt, Consumer<Attempt> over) {
        for (var attempt : batch) {
            begin(attempt, takenAt, () -> over.accept(attempt));
        }
    }

    private void begin(Attempt attempt, long takenAt, Runnable over) {
        try {
            Thread.ofVirtual()
                    .name("send-" + attempt.messageId())
                    .start(() -> outcomes.add(carried(attempt, takenAt), over));
        } catch (OutOfMemoryError noThread) {
            LOG.errorf(noThread, "Message %d could not be begun and stays in line", attempt.messageId());
            outcomes.add(new Outcomes.Told(attempt, "", null), over);
        }
    }

    private Outcomes.Told carried(Attempt attempt, long takenAt) {
        var gone = System.nanoTime() - takenAt;
        if (gone + config.longestAttempt().toNanos() > config.lease().toNanos()) {
            return new Outcomes.Told(attempt, "", null);
        }
        try {
            return carriers.carry(attempt);
        } catch (RuntimeException | Error mistake) {
            // Ours; how far it came nobody knows.
            LOG.errorf(mistake, "Message %d could not be handed over as it should", attempt.messageId());
            return new Outcomes.Told(attempt, "", new Outcome.Unknown("a mistake of ours"));
        }
    }
}
