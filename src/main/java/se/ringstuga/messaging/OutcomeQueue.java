package se.ringstuga.messaging;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import se.ringstuga.database.SqlFailed;

/**
 * Gathers what came of attempts and has it written many at once: a commit costs the same for one as for a hundred. What is
 * written a few milliseconds later is lost by a crash like an answer that came a few milliseconds later.
 */
@ApplicationScoped
class OutcomeQueue {

    private static final Logger LOG = Logger.getLogger(OutcomeQueue.class);
    private static final int BATCH = 200;
    private static final long GATHER_MILLIS = 4;
    private static final long REST_MILLIS = 1000;

    /** A database that is restarted comes back in this time; the leases last longer. */
    private static final int TRIES = 60;

    /** So many failures in one round are the database's, and the others are spared it. */
    private static final int IN_VAIN = 3;

    private final Outcomes outcomes;
    private final BlockingQueue<Entry> told = new LinkedBlockingQueue<>();

    OutcomeQueue(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    private record Entry(Outcomes.Told told, Runnable over) {}

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("outcomes").start(this::write);
    }

    /** @param over told when it is written down, or cannot be */
    void add(Outcomes.Told outcome, Runnable over) {
        told.add(new Entry(outcome, over));
    }

    private void write() {
        try {
            while (true) {
                var some = next();
                try {
                    write(some);
                } finally {
                    some.forEach(entry -> entry.over().run());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** At least one, and those that come right after it. */
    private List<Entry> next() throws InterruptedException {
        var some = new ArrayList<Entry>();
        some.add(told.take());
        if (told.size() < BATCH) {
            TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
        }
        told.drainTo(some, BATCH - 1);
        return some;
    }

    private void write(List<Entry> some) throws InterruptedException {
        var left = together(some);
        for (var tries = TRIES; tries > 0 && !left.isEmpty(); tries--) {
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
            left = eachByItself(left);
        }
        if (!left.isEmpty()) {
            LOG.errorf("What came of %d attempts could not be written; the sweeper takes them over", left.size());
        }
    }

    /** What is left. */
    private List<Entry> together(List<Entry> some) {
        try {
            outcomes.record(some.stream().map(Entry::told).toList());
            return List.of();
        } catch (RuntimeException failed) {
            LOG.error("What came of attempts could not be written and is tried one by one", failed);
            return some;
        }
    }

    /** What is left: those that failed last, so that they hold up none of the others, which are not all tried in vain. */
    private List<Entry> eachByItself(List<Entry> some) {
        var failed = new ArrayList<Entry>();
        var left = new ArrayList<Entry>();
        for (var entry : some) {
            if (failed.size() == IN_VAIN) {
                left.add(entry);
            } else if (!isWritten(entry)) {
                failed.add(entry);
            }
        }
        left.addAll(failed);
        return left;
    }

    /** Also where it never can be. */
    private boolean isWritten(Entry entry) {
        try {
            outcomes.record(List.of(entry.told()));
            return true;
        } catch (RuntimeException failed) {
            var message = entry.told().attempt().messageId();
            LOG.errorf(failed, "What came of message %d cannot be written", message);
            return failed instanceof SqlFailed database && database.wouldFailAgain();
        }
    }
}
