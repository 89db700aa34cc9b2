package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.ClockDrift;
import se.ringstuga.http.NotFound;

/**
 * Hands out one person to one caller at a time. A tool's claim shows the number at once and so counts as dialled (rule 6);
 * on the volunteer's pages {@link #dialled} shows it. Giving a claim back is always possible while it is open: it is the
 * caller's own word that no call was made, so it counts as no attempt even after the number was shown.
 */
@ApplicationScoped
public class Claims {

    private static final int MAX_TRIES = 200;
    private static final int REFRESH_AFTER = 20;
    private static final Duration SAME_EVENING = Duration.ofHours(12);

    private final ClaimRounds rounds;
    private final ClaimAttempt attempt;
    private final OpenClaims openClaims;
    private final Leases leases;
    private final QueueUpkeep upkeep;
    private final QueueCounts counts;
    private final QueueRefresh refresh;
    private final CallerLimits limits;
    private final ClockDrift drift;
    private final Clock clock;

    Claims(
            ClaimRounds rounds,
            ClaimAttempt attempt,
            OpenClaims openClaims,
            Leases leases,
            QueueUpkeep upkeep,
            QueueCounts counts,
            QueueRefresh refresh,
            CallerLimits limits,
            ClockDrift drift,
            Clock clock) {
        this.rounds = rounds;
        this.attempt = attempt;
        this.openClaims = openClaims;
        this.leases = leases;
        this.upkeep = upkeep;
        this.counts = counts;
        this.refresh = refresh;
        this.limits = limits;
        this.drift = drift;
        this.clock = clock;
    }

    /** How eagerly the next one is looked for. */
    private enum Stage {
        USUAL,
        /** Also people whom this caller passed on this evening, for there is nobody else. */
        SKIPPED_TOO,
        /** Also waits for those who are just being taken by others. */
        WAITING
    }

    /**
     * Hands out the next person, or the caller's open claim. To be called outside a transaction: each try is one of its own.
     *
     * @throws QueueEmpty with reasons and the next useful time
     * @throws AssignmentPaused and {@link AssignmentClosed}, {@link CallerRemoved}, {@link CallerLimitReached}
     */
    public Claimed claim(CallScope scope, long assignmentId, long callerId) {
        requireOwn(scope, callerId);
        if (scope.page()) {
            var open = openClaims.find(scope, callerId);
            if (open.isPresent()) {
                return new Claimed(false, open.get());
            }
            limits.check(callerId);
        }
        if (!drift.trusted()) {
            throw new QueueBusy();
        }
        upkeep.sometimes(assignmentId);
        Set<Long> tried = new HashSet<>();
        var stage = Stage.USUAL;
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            var wish = new ClaimAttempt.Wish(
                    scope, assignmentId, callerId, tried, skipsSince(stage), stage == Stage.WAITING);
            switch (tries == 0 ? rounds.take(wish, () -> alone(wish)) : alone(wish)) {
                case ClaimAttempt.Result.Taken(ClaimView claim) -> {
                    return new Claimed(true, claim);
                }
                case ClaimAttempt.Result.HasOpen(long callId) -> {
                    var open = leases.lapse(callId) ? Optional.<ClaimView>empty() : openClaims.stillOpen(scope, callId);
                    if (open.isPresent()) {
                        return new Claimed(false, open.get());
                    }
                }
                case ClaimAttempt.Result.Busy busy -> {
                    if (stage == Stage.USUAL) {
                        tried.add(busy.personId());
                    }
                    upkeep.putAside(assignmentId, busy);
                }
                case ClaimAttempt.Result.Refused refused -> {
                    tried.add(refused.personId());
                    upkeep.putAside(assignmentId, refused);
                }
                case ClaimAttempt.Result.Waits waits -> {
                    tried.add(waits.personId());
                    upkeep.putAside(assignmentId, waits);
                }
                case ClaimAttempt.Result.Nobody(Gate gate) -> {
                    stage = further(stage, gate, callerId);
                    tried.clear();
                }
            }
            if (tries == REFRESH_AFTER) {
                refresh.assignment(assignmentId);
            }
        }
        throw new QueueBusy();
    }

    private ClaimAttempt.Result alone(ClaimAttempt.Wish wish) {
        return TriedAgain.of(() -> attempt.run(wish));
    }

    /** The caller's open claim, for instance after a reload. */
    public Optional<ClaimView> open(CallScope scope, long callerId) {
        requireOwn(scope, callerId);
        return openClaims.find(scope, callerId);
    }

    /** "Visa numret", "Ring": shows the numbers and keeps the person for at least 45 minutes without a sign of life. */
    public ClaimView dialled(CallScope scope, long claimId) {
        return openClaims.dialled(scope, claimId);
    }

    /**
     * Keeps the person for longer.
     *
     * @throws ClaimEnded when there is nothing left to renew
     */
    public ClaimView renew(CallScope scope, long claimId) {
        return openClaims.renew(scope, claimId);
    }

    /** Gives the person back at the old rank, without an attempt. Given back twice is given back once. */
    public void skip(CallScope scope, long claimId, @Nullable SkipReason reason) {
        openClaims.skip(scope, claimId, reason);
        if (scope.callerId() != null) {
            limits.evaluate(scope.callerId());
        }
    }

    private Stage further(Stage stage, Gate gate, long callerId) {
        var open = gate.window().open(clock.instant());
        if (open && stage != Stage.WAITING) {
            if (upkeep.now(gate.assignmentId())) {
                return stage;
            }
            if (stage == Stage.USUAL) {
                return Stage.SKIPPED_TOO;
            }
        }
        var counted = counts.forCaller(gate, callerId);
        if (open && counted.available() > 0) {
            return Stage.WAITING;
        }
        throw new QueueEmpty(counted.reasons(), counted.nextAt());
    }

    private Instant skipsSince(Stage stage) {
        var now = clock.instant();
        return stage == Stage.USUAL ? now.minus(SAME_EVENING) : now;
    }

    private static void requireOwn(CallScope scope, long callerId) {
        if (scope.callerId() != null && scope.callerId() != callerId) {
            throw new NotFound();
        }
    }
}
