package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.function.Consumer;
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
        var tried = new HashSet<Long>();
        for (var due = recurring.due(clock.instant()); tried.addAll(due); due = recurring.due(clock.instant())) {
            due.forEach(id -> alone("monthly text " + id, id, making::make));
        }
        occurrences.untold().forEach(month -> {
            alone("broadcast of " + month, month, making::approve);
            alone("broadcast of " + month, month, making::ask);
        });
    }

    private static <T> void alone(String what, T one, Consumer<T> work) {
        try {
            work.accept(one);
        } catch (Problem refused) {
            LOG.infof("%s waits for somebody: %s", what, refused.detail());
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "%s failed", what);
        }
    }
}
