package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.ringstuga.http.NotFound;

/** Who leads, who waits, and that nobody waits in vain. */
@Timeout(30)
class ClaimRoundsTest {

    private static final int SIDE_BY_SIDE = 4;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final ClaimAttempt.Result ALONE = new ClaimAttempt.Result.HasOpen(0);

    private final CountDownLatch busy = new CountDownLatch(1);
    private final Queue<List<Long>> taken = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Thread> places = new ArrayList<>();

    private static ClaimAttempt.Wish wish(long caller) {
        return new ClaimAttempt.Wish(CallScope.caller(1, caller), 1, caller, Set.of(), Instant.EPOCH, false);
    }

    private Map<Long, ClaimView> everybody(List<ClaimAttempt.Wish> wishes) {
        taken.add(wishes.stream().map(ClaimAttempt.Wish::callerId).toList());
        var claims = new HashMap<Long, ClaimView>();
        wishes.forEach(wish -> claims.put(wish.callerId(), claim(wish.callerId())));
        return claims;
    }

    private static ClaimView claim(long caller) {
        var person = new PersonOnLine(caller, "Anna Test", "Anna", null, null, Map.of());
        return new ClaimView(
                caller,
                1,
                caller,
                person,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                "",
                0,
                null,
                false,
                List.of(),
                false);
    }

    private FutureTask<ClaimAttempt.Result> asked(
            ClaimRounds rounds, long caller, Supplier<ClaimAttempt.Result> alone) {
        var task = new FutureTask<>(() -> rounds.take(wish(caller), alone));
        threads.add(Thread.ofVirtual().start(task));
        return task;
    }

    /** All places taken by tries that last until {@link #busy} is counted down. */
    private void fill(ClaimRounds rounds) {
        var begun = new CountDownLatch(SIDE_BY_SIDE);
        for (int i = 0; i < SIDE_BY_SIDE; i++) {
            var caller = 100 + i;
            places.add(Thread.ofVirtual()
                    .start(() -> rounds.take(wish(caller), () -> {
                        begun.countDown();
                        awaited(busy);
                        return ALONE;
                    })));
        }
        awaited(begun);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private FutureTask<ClaimAttempt.Result> waiting(ClaimRounds rounds, long caller) {
        var task = asked(rounds, caller, () -> ALONE);
        while (threads.getLast().getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return task;
    }

    private void everyPlaceIsFree(ClaimRounds rounds) {
        for (int i = 0; i < 2 * SIDE_BY_SIDE; i++) {
            assertThat(rounds.take(wish(500 + i), () -> ALONE)).isEqualTo(ALONE);
        }
    }

    @Test
    void whoeverComesWhileFourAreUnderWayIsTakenTogether() throws Exception {
        var rounds = new ClaimRounds(this::everybody, LONG);
        fill(rounds);
        var tasks = List.of(waiting(rounds, 1), waiting(rounds, 2), waiting(rounds, 3));
        busy.countDown();

        for (int i = 0; i < 3; i++) {
            assertThat(tasks.get(i).get()).isEqualTo(new ClaimAttempt.Result.Taken(claim(i + 1)));
        }
        assertThat(taken).containsExactly(List.of(1L, 2L, 3L));
        everyPlaceIsFree(rounds);
    }

    @Test
    void aCallerWhoAsksTwiceAtOnceSpoilsNobodysRound() throws Exception {
        var rounds = new ClaimRounds(this::everybody, LONG);
        fill(rounds);
        var first = waiting(rounds, 1);
        var again = waiting(rounds, 1);
        var other = waiting(rounds, 2);
        busy.countDown();

        assertThat(first.get()).isInstanceOf(ClaimAttempt.Result.Taken.class);
        assertThat(other.get()).isInstanceOf(ClaimAttempt.Result.Taken.class);
        assertThat(again.get()).isEqualTo(ALONE);
        assertThat(taken).containsExactly(List.of(1L, 2L));
        everyPlaceIsFree(rounds);
    }

    @Test
    void whenARoundFailsEverybodyOfItTriesAlone() throws Exception {
        Function<List<ClaimAttempt.Wish>, Map<Long, ClaimView>> failing = _ -> {
            throw new NotFound();
        };
        var rounds = new ClaimRounds(failing, LONG);
        fill(rounds);
        var leader = waiting(rounds, 1);
        var other = waiting(rounds, 2);
        busy.countDown();

        assertThat(leader.get()).isEqualTo(ALONE);
        assertThat(other.get()).isEqualTo(ALONE);
        everyPlaceIsFree(rounds);
    }

    @Test
    void whenNothingComesOfARoundEverybodyTriesAlone() throws Exception {
        var rounds = new ClaimRounds(_ -> Map.of(), LONG);
        fill(rounds);
        var tasks = List.of(waiting(rounds, 1), waiting(rounds, 2));
        busy.countDown();

        for (var task : tasks) {
            assertThat(task.get()).isEqualTo(ALONE);
        }
        everyPlaceIsFree(rounds);
    }

    @Test
    void whoeverHasWaitedForLongTriesAlone() throws Exception {
        var rounds = new ClaimRounds(this::everybody, Duration.ofMillis(1));
        fill(rounds);

        assertThat(asked(rounds, 1, () -> ALONE).get()).isEqualTo(ALONE);
        busy.countDown();
        for (var place : places) {
            place.join();
        }
        assertThat(taken).isEmpty();
        everyPlaceIsFree(rounds);
    }

    @Test
    void whoeverIsInterruptedLeavesNobodyWaiting() throws Exception {
        var rounds = new ClaimRounds(this::everybody, LONG);
        fill(rounds);
        var interrupted = waiting(rounds, 1);
        var thread = threads.getLast();
        var other = waiting(rounds, 2);
        thread.interrupt();
        assertThat(interrupted.get()).isEqualTo(ALONE);
        busy.countDown();

        assertThat(other.get()).isEqualTo(ALONE);
        assertThat(taken).isEmpty();
        everyPlaceIsFree(rounds);
    }
}
