package se.ringstuga.fence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.SqlFailed;

/**
 * Whether this database may act on the world. A restored or copied database does not know what its original has sent since;
 * it is on hold until somebody has looked. Restarts, crashes and more instances change nothing that is compared.
 */
@ApplicationScoped
public class Fence {

    /** On which instances tell one another that a hold was released or a stop set or ended. */
    public static final String NEWS = "ringstuga_fence";

    /**
     * A condition for whoever claims work in a transaction: the truth at that moment, not of a second ago. It is the same
     * for every row, so that PostgreSQL asks once a statement.
     */
    public static final String STANDS = """
            exists (select from fence f join pg_database d on d.oid = f.database_oid
                    where d.datname = current_database() and cast(cast(f.xmin as text) as bigint) = f.written_by % 4294967296)""";

    private static final Logger LOG = Logger.getLogger(Fence.class);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int BEFORE_ALL_ELSE = Interceptor.Priority.PLATFORM_BEFORE;

    private final FenceWatch watch;
    private final FenceConfig config;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable State state;

    Fence(
            FenceRows rows,
            FenceConfig config,
            @ConfigProperty(name = "ringstuga.public-url") Optional<String> publicUrl,
            JournalFile journal) {
        this.config = config;
        this.watch = new FenceWatch(
                rows,
                Place.of(publicUrl, config.dataDirectory()),
                journal.path().map(Witness::beside));
    }

    /** @param lookedAt on a clock that nobody sets */
    private record State(Optional<Hold> hold, long lookedAt) {}

    /** Before anything acts. */
    void start(@Observes @Priority(BEFORE_ALL_ELSE) StartupEvent event) {
        look();
        if (isSwitchedOff()) {
            LOG.warn("RINGSTUGA_SENDING is off: this instance sends nothing.");
        }
    }

    /**
     * Whether messages may be sent, reconciled, and automations act. Costs nothing as long as the last look is younger than
     * a second; where the database cannot be asked the answer is no.
     */
    public boolean mayAct() {
        try {
            return !isSwitchedOff() && hold().isEmpty();
        } catch (SqlFailed unreachable) {
            return false;
        }
    }

    /** Whether {@code RINGSTUGA_SENDING=off} was set for this instance. */
    public boolean isSwitchedOff() {
        return config.sending() == FenceConfig.Sending.OFF;
    }

    /** Why this database may not act, as of a second ago at most. */
    public Optional<Hold> hold() {
        var known = state;
        if (known == null) {
            return look();
        }
        var stale = System.nanoTime() - known.lookedAt() > LOOK_AGAIN_NANOS;
        // Whoever comes while another looks takes what was known.
        if (stale && looking.tryLock()) {
            try {
                return look();
            } finally {
                looking.unlock();
            }
        }
        return known.hold();
    }

    /** Looks now, as when news has come. */
    public Optional<Hold> look() {
        looking.lock();
        try {
            var hold = QuarkusTransaction.requiringNew().call(watch::look);
            state = new State(hold, System.nanoTime());
            return hold;
        } finally {
            looking.unlock();
        }
    }

    /**
     * This database is the one that acts from now on. Part of the caller's transaction, which has no savepoint; to be
     * followed by {@link #look} when that is committed.
     */
    public void release(String actor) {
        watch.release(actor);
    }

    /** Once a minute. */
    public void tick() {
        if (hold().isEmpty()) {
            watch.tick();
        }
    }
}
