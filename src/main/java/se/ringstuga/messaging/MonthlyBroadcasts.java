package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import se.ringstuga.fence.Fence;
import se.ringstuga.http.Problem;

/** Makes the monthly broadcasts that are due; what cannot be made holds up no other and is tried again the next time. */
@ApplicationScoped
public class MonthlyBroadcasts {

    private static final Logger LOG = Logger.getLogger(MonthlyBroadcasts.class);

    private final RecurringBroadcasts recurring;
    private final RecurringOccurrences occurrences;
    private final RecurringMaking making;
    private final Fence fence;
    private final Clock clock;

    MonthlyBroadcasts(
            RecurringBroadcasts recurring,
            RecurringOccurrences occurrences,
            RecurringMaking making,
            Fence fence,
            Clock clock) {
        this.recurring = recurring;
        this.occurrences = occurrences;
        this.making = making;
        this.fence = fence;
        this.clock = clock;
    }

    /**
     * After a long downtime each missed month is gone through, the stale ones only to say that they are. A restored database
     * makes none: it does not know what has gone out since its backup.
     */
    public void make() {
        if (!fence.mayAct()) {
            return;
        }
        recurring.due(clock.instant()).forEach(this::makeAll);
        occurrences.untold().forEach(this::approveOrAsk);
    }

    /** What fell due in the gap of a restored database may have gone out from the one before: only a person may send it. */
    void leaveTheGapToPeople() {
        recurring
                .due(clock.instant())
                .forEach(id -> alone(id, () -> {
                    while (making.skip(id)) {
                        // One month after the other.
                    }
                }));
        occurrences.untold().forEach(month -> alone(month, () -> making.ask(month)));
    }

    /** What fails for the moment is approved the next time; what is refused waits for somebody to look at it. */
    private void approveOrAsk(RecurringOccurrences.Key month) {
        try {
            making.approve(month);
        } catch (Problem refused) {
            LOG.infof("monthly text %s waits for somebody: %s", month, refused.detail());
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "monthly text %s is tried again", month);
            return;
        }
        alone(month, () -> making.ask(month));
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
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "monthly text %s failed", what);
        }
    }
}
