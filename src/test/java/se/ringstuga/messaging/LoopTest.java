package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What keeps the threads turning that sending hangs on, and says so when they do not. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LoopTest {

    private static final Duration HARDLY_ANY_REST = Duration.ofMillis(1);

    private final Loops loops = new Loops();
    private final LoopsCheck check = new LoopsCheck(loops);
    private final AtomicLong nanos = new AtomicLong();
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void end() {
        loops.all().forEach(Loop::end);
        held.countDown();
    }

    private Loop begun(Loop.Round round) {
        var loop = new Loop("letters", round, HARDLY_ANY_REST, nanos::get);
        loops.begin(loop);
        return loop;
    }

    private Status health() {
        return check.call().getStatus();
    }

    @Test
    void whateverARoundThrowsTheNextOneComes() throws InterruptedException {
        var rounds = new AtomicInteger();
        var third = new CountDownLatch(1);
        begun(() -> {
            switch (rounds.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("thrown on purpose");
                case 2 -> throw new StackOverflowError("thrown on purpose");
                default -> {
                    third.countDown();
                    held.await();
                }
            }
        });

        third.await();
        assertThat(health()).isEqualTo(Status.UP);
    }

    @Test
    void oneThatHasNotTurnedForAMinuteIsAnAlarmUntilItTurnsAgain() throws InterruptedException {
        var inRound = new CountDownLatch(1);
        var turnedAgain = new CountDownLatch(3);
        begun(() -> {
            inRound.countDown();
            held.await();
            turnedAgain.countDown();
        });
        inRound.await();
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(health()).isEqualTo(Status.UP);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(health()).isEqualTo(Status.DOWN);
        assertThat(check.call().getData()).get().asString().contains("letters").contains("61");
        held.countDown();
        turnedAgain.await();
        assertThat(health()).isEqualTo(Status.UP);
    }

    @Test
    void oneWhoseThreadHasEndedIsAnAlarmAndStartedAgain() throws InterruptedException {
        var rounds = new AtomicInteger();
        var second = new CountDownLatch(1);
        var loop = begun(() -> {
            if (rounds.incrementAndGet() == 1) {
                throw new InterruptedException("as whoever ends threads would do");
            }
            second.countDown();
            held.await();
        });
        loop.awaitEnd(Duration.ofDays(1));
        assertThat(health()).isEqualTo(Status.DOWN);

        loops.startAgain();

        second.await();
        assertThat(health()).isEqualTo(Status.UP);
    }

    @Test
    void oneThatRunsIsNotDoubledAndOneThatWasToldToEndStaysSo() throws InterruptedException {
        var rounds = new AtomicInteger();
        var inRound = new CountDownLatch(1);
        var loop = begun(() -> {
            rounds.incrementAndGet();
            inRound.countDown();
            held.await();
        });
        inRound.await();
        loops.startAgain();
        loop.end();
        held.countDown();
        loop.awaitEnd(Duration.ofDays(1));
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        loops.startAgain();

        assertThat(rounds).hasValue(1);
        assertThat(health()).isEqualTo(Status.UP);
    }
}
