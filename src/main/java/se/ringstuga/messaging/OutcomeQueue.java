package se.ringstuga.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
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
 *
 * <p>What cannot be written together is set aside and tried one by one each second, so that a bad one holds up nobody.
 */
@ApplicationScoped
class OutcomeQueue {

    private static final Logger LOG = Logger.getLogger(OutcomeQueue.class);
    private static final int BATCH = 200;
    private static final long GATHER_MILLIS = 4;
    private static final long REST_MILLIS = 1000;

    /** A database that is restarted comes back in so many seconds; the leases last longer. */
    private static final int TRIES = 60;

    /** So many failures in one round are the database's, and the others are spared it. */
    private static final int IN_VAIN = 3;

    /** After the dispatcher, which waits for what is under way. */
    private static final int LAST = Interceptor.Priority.PLATFORM_AFTER;

    private final Outcomes outcomes;
    private final Loops loops;
    private final Loop loop = new Loop("outcomes", this::round);
    private final BlockingQueue<Entry> told = new LinkedBlockingQueue<>();

    /** For the loop's thread alone. */
    private final List<Entry> aside = new ArrayList<>();

    private long triedAt = System.nanoTime();

    OutcomeQueue(Outcomes outcomes, Loops loops) {
        this.outcomes = outcomes;
        this.loops = loops;
    }

    /** @param tries how often it may still be tried by itself */
    private record Entry(Outcomes.Told told, Runnable over, int tries) {
        Entry again() {
            return new Entry(told, over, tries - 1);
        }
    }

    void start(@Observes StartupEvent event) {
        loops.begin(loop);
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent event) {
        loop.end();
    }

    /** @param over told when it is written down, or cannot be */
    void add(Outcomes.Told outcome, Runnable over) {
        told.add(new Entry(outcome, over, TRIES));
    }

    private void round() throws InterruptedException {
        var some = next();
        if (!some.isEmpty()) {
            writeTogether(some);
        }
        if (!aside.isEmpty() && System.nanoTime() - triedAt > TimeUnit.MILLISECONDS.toNanos(REST_MILLIS)) {
            writeAside();
            triedAt = System.nanoTime();
        }
    }

    /** Those that come right after one another; none when none comes for a while. */
    private List<Entry> next() throws InterruptedException {
        var some = new ArrayList<Entry>();
        var first = told.poll(REST_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return some;
        }
        some.add(first);
        if (told.size() < BATCH) {
            TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
        }
        told.drainTo(some, BATCH - 1);
        return some;
    }

    private void writeTogether(List<Entry> some) {
        try {
            outcomes.record(some.stream().map(Entry::told).toList());
        } catch (RuntimeException | Error failed) {
            aside.addAll(some);
            LOG.error("What came of attempts could not be written and is tried one by one", failed);
            return;
        }
        some.forEach(entry -> entry.over().run());
    }

    /** Those that failed last come last, so that they hold up none of the others, which are not all tried in vain. */
    private void writeAside() {
        var failed = new ArrayList<Entry>();
        var untried = new ArrayList<Entry>();
        for (var entry : List.copyOf(aside)) {
            if (failed.size() == IN_VAIN) {
                untried.add(entry.again());
            } else if (isWritten(entry)) {
                entry.over().run();
            } else {
                failed.add(entry.again());
            }
        }
        aside.clear();
        aside.addAll(untried);
        aside.addAll(failed);
        giveUp();
    }

    private void giveUp() {
        var given = aside.stream().filter(entry -> entry.tries() <= 0).toList();
        if (!given.isEmpty()) {
            LOG.errorf("What came of %d attempts could not be written; the sweeper takes them over", given.size());
            aside.removeAll(given);
            given.forEach(entry -> entry.over().run());
        }
    }

    /** Also where it never can be. */
    private boolean isWritten(Entry entry) {
        try {
            outcomes.record(List.of(entry.told()));
            return true;
        } catch (RuntimeException | Error failed) {
            var message = entry.told().messageId();
            LOG.errorf(failed, "What came of message %d cannot be written", message);
            return failed instanceof SqlFailed database && database.wouldFailAgain();
        }
    }
}
