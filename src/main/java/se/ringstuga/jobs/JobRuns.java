package se.ringstuga.jobs;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.ClockDrift;
import se.ringstuga.database.SqlFailed;

/**
 * Runs jobs under a lease and writes down what came of it: one small statement before and one after. A lease is renewed as
 * long as the run lasts, so it says nothing about how long a job may take, and ends soon after its instance has died.
 */
@ApplicationScoped
class JobRuns {

    private static final Logger LOG = Logger.getLogger(JobRuns.class);

    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration RENEWED_EVERY = Duration.ofSeconds(10);

    /** What failed is tried again after this, also where it is done once a day. */
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);

    /** A job that every instance does each second is not written down each second. */
    private static final Duration NOTED_EVERY = Duration.ofSeconds(20);

    private final JobRows rows;
    private final Tally tally;
    private final ClockDrift drift;
    private final Clock clock;
    private final String node = node();
    private final Map<String, Here> here = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor renewals = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("job-leases").factory());

    JobRuns(JobRows rows, Tally tally, ClockDrift drift, Clock clock) {
        this.rows = rows;
        this.tally = tally;
        this.drift = drift;
        this.clock = clock;
        this.renewals.setRemoveOnCancelPolicy(true);
    }

    /** What was done here since it was last written down. */
    private record Here(Instant notedAt, @Nullable Long done) {}

    /**
     * Runs it unless somebody else is running it, or it is not due; nor does an instance whose clock is wrong, to which the
     * leases of the others mean nothing.
     *
     * @throws Exception what the work throws, once it is written down
     */
    void once(Job job, Callable<?> work) throws Exception {
        if (!drift.trusted()) {
            return;
        }
        var run = QuarkusTransaction.requiringNew().call(() -> rows.begin(job, node, clock.instant(), LEASE));
        if (run.isEmpty()) {
            return;
        }
        var renewal = renewals.scheduleAtFixedRate(
                () -> renew(job, run.get()), RENEWED_EVERY.toMillis(), RENEWED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        Exception failure = null;
        tally.begin();
        try {
            work.call();
        } catch (Exception failed) {
            failure = failed;
        } finally {
            renewal.cancel(false);
        }
        end(job, run.get(), failure);
        if (failure != null) {
            throw failure;
        }
    }

    /** Runs what each instance does for itself; several may do it at the same moment. */
    void here(Job job, Callable<?> work) throws Exception {
        var started = clock.instant();
        tally.begin();
        try {
            work.call();
        } catch (Exception failed) {
            note(job, new JobRows.Result(started, clock.instant(), tally.end(), said(failed)));
            throw failed;
        }
        var done = tally.end();
        var before = here.get(job.name());
        var sum = before == null || before.done() == null
                ? done
                : Long.valueOf(before.done() + (done == null ? 0 : done));
        if (before != null && before.notedAt().plus(NOTED_EVERY).isAfter(started)) {
            here.put(job.name(), new Here(before.notedAt(), sum));
        } else {
            here.put(job.name(), new Here(started, null));
            note(job, new JobRows.Result(started, clock.instant(), sum, null));
        }
    }

    private void end(Job job, JobRows.Run run, @Nullable Exception failure) {
        var ended = clock.instant();
        var due = job.works()
                .map(pause -> failure == null
                        ? run.startedAt().plus(pause)
                        : ended.plus(pause.compareTo(AFTER_A_FAILURE) < 0 ? pause : AFTER_A_FAILURE))
                .orElse(null);
        var result = new JobRows.Result(run.startedAt(), ended, tally.end(), failure == null ? null : said(failure));
        try {
            QuarkusTransaction.requiringNew().run(() -> rows.end(job, run, result, due));
        } catch (RuntimeException notWritten) {
            LOG.warnf(notWritten, "What came of the job %s could not be written; its lease runs out", job.name());
        }
    }

    private void note(Job job, JobRows.Result result) {
        try {
            QuarkusTransaction.requiringNew().run(() -> rows.note(job, node, result));
        } catch (RuntimeException notWritten) {
            LOG.warnf(notWritten, "What came of the job %s could not be written", job.name());
        }
    }

    private void renew(Job job, JobRows.Run run) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> rows.renew(job, run, clock.instant().plus(LEASE)));
        } catch (RuntimeException notNow) {
            LOG.warnf(notNow, "The lease of the job %s could not be renewed", job.name());
        }
    }

    /** Without any message: PostgreSQL's quote what was being written. */
    private static String said(Exception failure) {
        return failure instanceof SqlFailed database
                ? "SQL " + database.state()
                : failure.getClass().getSimpleName();
    }

    private static String node() {
        var process = ProcessHandle.current().pid();
        try {
            return InetAddress.getLocalHost().getHostName() + "/" + process;
        } catch (UnknownHostException nameless) {
            return String.valueOf(process);
        }
    }

    @PreDestroy
    void stop() {
        renewals.shutdownNow();
    }
}
