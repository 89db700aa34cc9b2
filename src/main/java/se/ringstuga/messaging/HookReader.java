package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.RollbackException;
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

    /** Says how many were read, at most one batch. */
    public int read() {
        try {
            return reading.some(BATCH);
        } catch (RuntimeException | Error failed) {
            LOG.warn("A batch of what providers sent could not be read; each is tried by itself", failed);
            return readEachByItself();
        }
    }

    /** Tries one at once that has just been stored; where that fails it waits for its turn among the others. */
    void readNow(long id) {
        try {
            reading.one(id);
        } catch (RuntimeException | Error failed) {
            LOG.warn("What a provider sent could not be read at once and waits for its turn", failed);
        }
    }

    /** Those that must wait do not count, or whoever reads until nothing is left would never come to rest. */
    private int readEachByItself() {
        return (int) hooks.waiting(BATCH).stream().filter(this::isRead).count();
    }

    /** Also where it never can be. */
    private boolean isRead(long id) {
        try {
            reading.one(id);
            return true;
        } catch (OutOfMemoryError passing) {
            LOG.errorf(passing, "What a provider sent (%d) could not be read for now", id);
            return false;
        } catch (RuntimeException | Error failed) {
            if (isOfTheMoment(failed)) {
                throw failed;
            }
            LOG.errorf(failed, "What a provider sent (%d) cannot be read and is put aside", id);
            reading.putAside(id, failed.getClass().getSimpleName());
            return true;
        }
    }

    /** The database is away, or did not keep what was done: nothing is wrong with what was read. */
    private static boolean isOfTheMoment(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RollbackException
                    || (cause instanceof SqlFailed database && !database.wouldFailAgain())) {
                return true;
            }
        }
        return false;
    }
}
