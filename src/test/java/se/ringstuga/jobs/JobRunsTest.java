package se.ringstuga.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

/** A job runs under a lease in its row, and what came of it stands there. */
@QuarkusTest
class JobRunsTest extends ApiTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration DAY = Duration.ofHours(24);

    @Inject
    JobRuns runs;

    @Inject
    JobRows rows;

    @Inject
    JobList list;

    @Inject
    Tally tally;

    private final AtomicInteger ran = new AtomicInteger();
    private Job often;
    private Job daily;

    @BeforeEach
    void twoJobs() {
        var method = list.all().getFirst().method();
        often = new Job("often", SOON, Optional.empty(), false, method);
        daily = new Job("daily", SOON, Optional.of(DAY), false, method);
    }

    private void run(Job job) throws Exception {
        runs.once(job, () -> {
            tally.add(2);
            return ran.incrementAndGet();
        });
    }

    private JobRows.Standing standing(Job job) {
        return rows.all().stream()
                .filter(row -> row.name().equals(job.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatCameOfARunIsWrittenDown() throws Exception {
        runs.once(often, () -> {
            tally.add(2);
            tally.add(3);
            clock.advance(Duration.ofMillis(1500));
            return ran.incrementAndGet();
        });

        var row = standing(often);
        assertThat(row.done()).isEqualTo(5);
        assertThat(row.failure()).isNull();
        assertThat(row.node()).isNotBlank();
        assertThat(row.running(clock.instant())).isFalse();
        var view = JobView.of(often, row, clock.instant(), true);
        assertThat(view.seconds()).isEqualTo(1.5);
        assertThat(view.nextAt()).isEqualTo(clock.instant().minusMillis(1500).plus(SOON));
    }

    @Test
    void whatFailsIsWrittenDownWithoutWhatWasWorkedOn() {
        assertThatThrownBy(() -> runs.once(often, () -> {
                    throw new IllegalStateException("Anna Ek, +46701740605");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(standing(often).failure()).isEqualTo("IllegalStateException");
        assertThat(rows.runs(often)).hasSize(1);
    }

    @Test
    void aJobThatIsRunningIsNotRunTwice() throws Exception {
        runs.once(often, () -> {
            run(often);
            assertThat(standing(often).running(clock.instant())).isTrue();
            return null;
        });

        assertThat(ran).hasValue(0);
        run(often);
        assertThat(ran).hasValue(1);
    }

    @Test
    void severalInstancesAtTheSameMomentRunItOnce() throws Exception {
        var begun = new CountDownLatch(1);
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<@Nullable Void> instance = () -> {
                begun.await();
                run(daily);
                return null;
            };
            var all = List.of(instance, instance, instance, instance).stream()
                    .map(instances::submit)
                    .toList();
            begun.countDown();
            for (var each : all) {
                each.get();
            }
        }

        assertThat(ran).hasValue(1);
    }

    @Test
    void whatDiedInTheMiddleIsTakenOverWithinAMinute() throws Exception {
        var dead = rows.begin(daily, "dead", clock.instant(), JobRuns.LEASE).orElseThrow();
        run(daily);
        assertThat(ran).hasValue(0);

        clock.advance(JobRuns.LEASE);
        run(daily);
        assertThat(ran).hasValue(1);
        assertThat(JobRuns.LEASE.plus(daily.looks())).isLessThan(Duration.ofMinutes(1));

        // Whoever was taken for dead and comes back writes over nothing.
        rows.end(daily, dead, new JobRows.Result(dead.startedAt(), clock.instant(), 99L, null), null);
        assertThat(standing(daily).done()).isEqualTo(2);
    }

    @Test
    void aRunThatLastsKeepsItsLease() {
        var run = rows.begin(often, "alive", clock.instant(), JobRuns.LEASE).orElseThrow();
        clock.advance(Duration.ofSeconds(20));
        rows.renew(often, run, clock.instant().plus(JobRuns.LEASE));
        clock.advance(Duration.ofSeconds(20));

        assertThat(rows.begin(often, "other", clock.instant(), JobRuns.LEASE)).isEmpty();
    }

    @Test
    void whatIsDoneOnceADayIsDoneOnceADayHoweverOftenInstancesStart() throws Exception {
        for (var start = 0; start < 5; start++) {
            run(daily);
            clock.advance(Duration.ofMinutes(5));
        }
        assertThat(ran).hasValue(1);

        clock.advance(DAY);
        run(daily);
        assertThat(ran).hasValue(2);
    }

    @Test
    void afterADowntimeItIsCaughtUpOnce() throws Exception {
        run(daily);
        clock.advance(Duration.ofDays(3));
        run(daily);
        run(daily);

        assertThat(ran).hasValue(2);
    }

    @Test
    void whatFailedIsTriedAgainSoonAndNotTheNextDay() throws Exception {
        assertThatThrownBy(() -> runs.once(daily, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        run(daily);
        assertThat(ran).hasValue(0);

        clock.advance(Duration.ofMinutes(11));
        run(daily);
        assertThat(ran).hasValue(1);
    }

    @Test
    void whatSomebodyAskedForRunsThoughItIsNotDueAndOnce() throws Exception {
        run(daily);
        assertThat(rows.ask(daily, "staff:7", clock.instant())).isTrue();
        run(daily);
        run(daily);

        assertThat(ran).hasValue(2);
        assertThat(rows.runs(daily)).extracting(JobRows.Past::askedBy).contains("staff:7");
    }

    @Test
    void onlyAFewRunsAreRememberedAndIdleOnesAreNot() throws Exception {
        for (var time = 0; time < 50; time++) {
            run(often);
            clock.advance(SOON);
        }
        assertThat(rows.runs(often)).hasSize(JobRows.SLOTS);
        assertThat(rows.runs(often).getFirst().result().startedAt())
                .isEqualTo(clock.instant().minus(SOON));

        runs.once(daily, () -> null);
        var idle = new Job("idle", SOON, Optional.empty(), false, often.method());
        runs.once(idle, () -> null);
        assertThat(rows.runs(idle)).isEmpty();
    }

    @Test
    void whatEachInstanceDoesEverySecondIsNotWrittenDownEverySecond() throws Exception {
        var here = new Job("each-" + System.nanoTime(), Duration.ofSeconds(1), Optional.empty(), true, often.method());
        for (var second = 0; second < 25; second++) {
            runs.here(here, () -> {
                tally.add(1);
                return null;
            });
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(standing(here).done()).isEqualTo(20);
    }
}
