package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.SqlFailed;
import se.ringstuga.messaging.sms.ProviderCall;

/**
 * Where what providers send is handed in. A commit costs the same for one as for a hundred, so whoever comes while another
 * is being written waits, and is written with everybody else who came meanwhile. Nobody waits for company.
 */
@ApplicationScoped
class HookIntake {

    private static final int MOST_TOGETHER = 200;

    private final ProviderHooks hooks;
    private final Queue<Waiting> line = new ConcurrentLinkedQueue<>();
    private final ReentrantLock desk = new ReentrantLock();

    HookIntake(ProviderHooks hooks) {
        this.hooks = hooks;
    }

    /** For whoever holds the desk alone. */
    private static final class Waiting {
        private final ProviderHooks.Sent sent;
        private long id;
        private @Nullable RuntimeException failure;

        Waiting(ProviderHooks.Sent sent) {
            this.sent = sent;
        }

        boolean isServed() {
            return id > 0 || failure != null;
        }
    }

    /** Committed when this returns, so that it may be answered. */
    long store(String gateway, ProviderCall call) {
        var mine = new Waiting(new ProviderHooks.Sent(gateway, call));
        line.add(mine);
        desk.lock();
        try {
            while (!mine.isServed()) {
                serve(next().orElseThrow(() -> new IllegalStateException("Whoever was to write it has failed")));
            }
        } finally {
            desk.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return mine.id;
    }

    /** Empty when nobody is in line. */
    private Optional<List<Waiting>> next() {
        var some = new ArrayList<Waiting>();
        while (some.size() < MOST_TOGETHER && line.peek() != null) {
            some.add(line.remove());
        }
        return some.isEmpty() ? Optional.empty() : Optional.of(some);
    }

    private void serve(List<Waiting> some) {
        try {
            var ids = hooks.store(some.stream().map(waiting -> waiting.sent).toList());
            for (int i = 0; i < some.size(); i++) {
                some.get(i).id = ids.get(i);
            }
        } catch (RuntimeException | Error failed) {
            if (some.size() > 1 && failed instanceof SqlFailed database && database.wouldFailAgain()) {
                // One of them is to blame, and none of the others.
                some.forEach(waiting -> serve(List.of(waiting)));
            } else {
                some.forEach(waiting -> waiting.failure = new IllegalStateException(failed));
            }
        }
    }
}
