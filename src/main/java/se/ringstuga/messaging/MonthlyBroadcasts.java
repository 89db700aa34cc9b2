package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import se.ringstuga.http.Problem;

/** Makes the monthly broadcasts that are due; what cannot be made holds up no other and is tried again the next time. */
@ApplicationScoped
public class MonthlyBroadcasts {

    private static final Logger LOG = Logger.getLogger(MonthlyBroadcasts.class);

    private final RecurringBroadcasts recurring;
    private final RecurringOccurrences occurrences;
    private final RecurringMaking making;
    private final Clock clock;

    MonthlyBroadcasts(
            RecurringBroadcasts recurring, RecurringOccurrences occurrences, RecurringMaking making, Clock clock) {
        this.recurring = recurring;
        this.occurrences = occurrences;
        this.making = making;
        this.clock = clock;
    }

    /** After a long downtime each missed month is gone through, the stale ones only to say that they are. */
    public void make() {
        recurring.due(clock.instant()).forEach(this::makeAll);
        occurrences.untold().forEach(month -> {
            alone(month, () -> making.approve(month));
            alone(month, () -> making.ask(month));
        });
    }

    private void makeAll(long id) {
        alone(id, () -> {
            while (making.make(id)) {
                // One month after the other.
            }
        });
    }

    private static void alone(Object what, Runnable work) {
        try {
            work.run();
        } catch (Problem refused) {
            LOG.infof("monthly text %s waits for somebody: %s", what, refused.detail());
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "monthly text %s failed", what);
        }
    }
}
