package se.ringstuga.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What a run has done so far, counted on the thread that runs it. */
@ApplicationScoped
class Tally {

    private final ThreadLocal<Count> counts = ThreadLocal.withInitial(Count::new);

    private static final class Count {
        private @Nullable Long done;
    }

    void add(long done) {
        var count = counts.get();
        count.done = count.done == null ? done : count.done + done;
    }

    /** One batch after the other until there is no more. */
    void all(IntSupplier batch) {
        var done = 0;
        do {
            done = batch.getAsInt();
            add(done);
        } while (done > 0);
    }

    void begin() {
        counts.remove();
    }

    /** Null where nothing was counted. */
    @Nullable
    Long end() {
        var done = counts.get().done;
        counts.remove();
        return done;
    }
}
