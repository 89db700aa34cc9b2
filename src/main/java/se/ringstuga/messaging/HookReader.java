package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import se.ringstuga.database.SqlFailed;

/**
 * Reads what providers sent, many at once, in the order in which it came. Where a batch fails each is read by itself: the
 * one that cannot be read stands with its mistake and holds up nobody.
 */
@ApplicationScoped
public class HookReader {

    private static final Logger LOG = Logger.getLogger(HookReader.class);
    private static final int BATCH = 500;

    private final HookReading reading;
    private final ProviderHooks hooks;

    HookReader(HookReading reading, ProviderHooks hooks) {
        this.reading = reading;
        this.hooks = hooks;
    }

    /** Says how many there were, at most one batch. */
    public int read() {
        try {
            return reading.some(BATCH);
        } catch (RuntimeException failed) {
            LOG.warn("A batch of what providers sent could not be read; each is tried by itself", failed);
            return readEachByItself();
        }
    }

    /** Tries one at once that has just been stored; where that fails it waits for its turn among the others. */
    void readNow(long id) {
        try {
            reading.one(id);
        } catch (RuntimeException failed) {
            LOG.warn("What a provider sent could not be read at once and waits for its turn", failed);
        }
    }

    private int readEachByItself() {
        var waiting = hooks.waiting(BATCH);
        waiting.forEach(this::readOne);
        return waiting.size();
    }

    private void readOne(long id) {
        try {
            reading.one(id);
        } catch (RuntimeException failed) {
            if (failed instanceof SqlFailed database && !database.wouldFailAgain()) {
                throw failed;
            }
            LOG.errorf(failed, "What a provider sent (%d) cannot be read and is put aside", id);
            reading.putAside(id, failed.getClass().getSimpleName());
        }
    }
}
