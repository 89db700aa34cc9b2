package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings claims together that are asked for at the same moment. As long as few are under way in an assignment, each is taken
 * by itself at once. Whoever comes while {@link #SIDE_BY_SIDE} are under way waits for one of them to end, and is then taken
 * in one transaction with everybody else who waits; nobody ever waits for others to come.
 */
@ApplicationScoped
class ClaimRounds {

    private static final Logger LOG = Logger.getLogger(ClaimRounds.class);
    private static final int SIDE_BY_SIDE = 4;
    private static final int MOST_TOGETHER = 32;
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Function<List<ClaimAttempt.Wish>, Map<Long, ClaimView>> round;
    private final Duration patience;
    private final Semaphore soloists = new Semaphore(SIDE_BY_SIDE, true);
    private final Map<Place, Gathering> gatherings = new HashMap<>();

    @Inject
    ClaimRounds(ClaimRound round) {
        this(round::run, PATIENCE);
    }

    /** @param patience how long to wait for one's turn before trying alone */
    ClaimRounds(Function<List<ClaimAttempt.Wish>, Map<Long, ClaimView>> round, Duration patience) {
        this.round = round;
        this.patience = patience;
    }

    /** Those who can be taken together ask in the same place. */
    private record Place(long organizationId, long assignmentId, boolean page) {

        static Place of(ClaimAttempt.Wish wish) {
            return new Place(
                    wish.scope().organizationId(),
                    wish.assignmentId(),
                    wish.scope().page());
        }
    }

    /** There is one only while somebody claims there, so they are never more than the requests under way. */
    private static final class Gathering {

        private final Queue<Waiting> waiting = new ArrayDeque<>();
        private int underWay;

        /** Whoever asks twice at once takes part once, or the whole round would come to nothing; the second stays for the next. */
        List<Waiting> next() {
            var next = new ArrayList<Waiting>();
            var callers = new HashSet<Long>();
            for (var each = waiting.iterator(); each.hasNext() && next.size() < MOST_TOGETHER; ) {
                var member = each.next();
                if (callers.add(member.wish().callerId())) {
                    each.remove();
                    next.add(member);
                }
            }
            return next;
        }
    }

    private record Waiting(Place place, ClaimAttempt.Wish wish, CompletableFuture<Turn> turn) {}

    private sealed interface Turn {

        record Taken(ClaimView claim) implements Turn {}

        /** Nothing came of it together. */
        record Alone() implements Turn {}

        /** To take everybody of this round, oneself among them. */
        record Lead(List<Waiting> everybody) implements Turn {}
    }

    /**
     * The claim that was taken together with others, or what comes of trying alone.
     *
     * @param alone a whole transaction, like this method not to be called inside of one
     */
    ClaimAttempt.Result take(ClaimAttempt.Wish wish, Supplier<ClaimAttempt.Result> alone) {
        var mine = enter(wish);
        return switch (turn(mine)) {
            case Turn.Taken(ClaimView claim) -> new ClaimAttempt.Result.Taken(claim);
            case Turn.Alone() -> soloist(alone);
            case Turn.Lead(List<Waiting> everybody) -> lead(mine, everybody, alone);
        };
    }

    /** A round that came to nothing sends many on at once: a few at a time, but nobody waits for long. */
    private ClaimAttempt.Result soloist(Supplier<ClaimAttempt.Result> alone) {
        var mine = waited();
        try {
            return alone.get();
        } finally {
            if (mine) {
                soloists.release();
            }
        }
    }

    private boolean waited() {
        try {
            return soloists.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Waiting enter(ClaimAttempt.Wish wish) {
        var mine = new Waiting(Place.of(wish), wish, new CompletableFuture<>());
        var gathering = gatherings.computeIfAbsent(mine.place(), _ -> new Gathering());
        if (gathering.underWay < SIDE_BY_SIDE) {
            gathering.underWay++;
            mine.turn().complete(new Turn.Lead(List.of(mine)));
        } else {
            gathering.waiting.add(mine);
        }
        return mine;
    }

    private Turn turn(Waiting mine) {
        try {
            return mine.turn().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return leave(mine) ? new Turn.Alone() : mine.turn().join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return leave(mine) ? new Turn.Alone() : mine.turn().join();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** False when it has just become part of a round: the others of it count on whoever leads, and its end is near. */
    private synchronized boolean leave(Waiting mine) {
        var gathering = gatherings.get(mine.place());
        return gathering != null && gathering.waiting.remove(mine);
    }

    private ClaimAttempt.Result lead(Waiting mine, List<Waiting> everybody, Supplier<ClaimAttempt.Result> alone) {
        try {
            var claim = together(mine, everybody);
            return claim == null ? alone.get() : new ClaimAttempt.Result.Taken(claim);
        } finally {
            goOn(mine.place());
        }
    }

    /** One's own claim, null if it is to be tried alone; the others are told in any case. */
    private @Nullable ClaimView together(Waiting mine, List<Waiting> everybody) {
        Map<Long, ClaimView> claims = Map.of();
        try {
            if (everybody.size() > 1) {
                claims = round.apply(everybody.stream().map(Waiting::wish).toList());
            }
        } catch (RuntimeException failed) {
            LOG.warn("A round of claims failed; each of them is tried alone", failed);
        } finally {
            for (var member : everybody) {
                var claim = claims.get(member.wish().callerId());
                member.turn().complete(claim == null ? new Turn.Alone() : new Turn.Taken(claim));
            }
        }
        return claims.get(mine.wish().callerId());
    }

    private synchronized void goOn(Place place) {
        var gathering = Objects.requireNonNull(gatherings.get(place));
        if (gathering.waiting.isEmpty()) {
            gathering.underWay--;
            if (gathering.underWay == 0) {
                gatherings.remove(place);
            }
            return;
        }
        var next = gathering.next();
        next.getFirst().turn().complete(new Turn.Lead(next));
    }
}
