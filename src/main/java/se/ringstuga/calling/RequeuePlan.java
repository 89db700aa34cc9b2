package se.ringstuga.calling;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows from how a call ended, as data: one line an outcome.
 *
 * @param coolDowns how many of the assignment's cool-downs to wait
 * @param countsAsAttempt towards the assignment's most attempts, and starts the person's cool-down everywhere
 * @param ends this assignment is over for the person
 * @param otherTimeOfDay an hour later in the day than this time, since this time found nobody
 * @param sameCaller a call-back may be kept for the caller who promised it
 * @param organizerDecides the person waits until an organizer has looked
 */
record RequeuePlan(
        int coolDowns,
        boolean countsAsAttempt,
        boolean ends,
        boolean otherTimeOfDay,
        boolean sameCaller,
        boolean organizerDecides) {

    private static final Duration LATER_IN_THE_DAY = Duration.ofHours(1);

    private static final Map<Outcome, RequeuePlan> TABLE = new EnumMap<>(Map.of(
            //                                        waits attempt ends  other  same   organizer
            Outcome.REACHED, new RequeuePlan(1, true, false, false, false, false),
            Outcome.NO_ANSWER, new RequeuePlan(1, true, false, true, false, false),
            Outcome.BUSY, new RequeuePlan(1, true, false, false, false, false),
            Outcome.LEFT_MESSAGE, new RequeuePlan(2, true, false, false, false, false),
            Outcome.CALL_BACK, new RequeuePlan(1, true, false, false, true, false),
            Outcome.NOT_AVAILABLE, new RequeuePlan(1, true, false, true, true, false),
            Outcome.WRONG_NUMBER, new RequeuePlan(0, false, false, false, false, false),
            Outcome.DECLINED, new RequeuePlan(0, true, true, false, false, false),
            Outcome.DO_NOT_CALL, new RequeuePlan(0, true, true, false, false, false)));

    /** A call that broke off: the person was there, and may want to be called by the same voice. */
    private static final RequeuePlan INTERRUPTED = new RequeuePlan(1, true, false, false, true, false);

    static RequeuePlan of(CallReport report) {
        var outcome = report.requiredOutcome();
        var plan = outcome == Outcome.REACHED && report.wasInterrupted() ? INTERRUPTED : plan(outcome);
        var decides = report.organizerMessage() != null || report.personFact() != null;
        return decides
                ? new RequeuePlan(
                        plan.coolDowns, plan.countsAsAttempt, plan.ends, plan.otherTimeOfDay, plan.sameCaller, true)
                : plan;
    }

    private static RequeuePlan plan(Outcome outcome) {
        var plan = TABLE.get(outcome);
        if (plan == null) {
            throw new IllegalStateException("no requeue rule for " + outcome);
        }
        return plan;
    }

    /** When the person is next to be called; null for as soon as somebody asks. */
    @Nullable
    Instant notBefore(Instant calledAt, Duration coolDown, @Nullable Instant callBackAt) {
        if (callBackAt != null) {
            return callBackAt;
        }
        if (coolDowns == 0 || coolDown.isZero()) {
            return null;
        }
        var wait = coolDown.multipliedBy(coolDowns);
        return calledAt.plus(otherTimeOfDay ? wait.plus(LATER_IN_THE_DAY) : wait);
    }
}
