package se.ringstuga.automations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person's turn at a step came to. */
sealed interface Turnout {

    /** The states that a person in an automation can be in. */
    enum State {
        /** The step is about to happen. */
        ACTIVE,
        WAITING,
        /** The automation is paused. */
        PAUSED,
        FINISHED,
        LEFT,
        /** A step went wrong for this person alone; the log of the server tells how. */
        FAILED
    }

    /** What a person waits for. */
    enum For {
        TIME,
        CONDITION,
        EVENT
    }

    /** What came of a step. */
    enum Outcome {
        DONE,
        YES,
        NO,
        SKIPPED
    }

    /**
     * On to the next step.
     *
     * @param next its key; null when there is none
     * @param at when they come to it, by the flow's own time
     * @param trace what is written down about the step; null where that was done before
     */
    record GoesOn(
            @Nullable String next, Instant at, @Nullable Trace trace) implements Turnout {}

    record Waits(For what, Instant due, @Nullable Instant deadline) implements Turnout {}

    record Leaves(String reason) implements Turnout {}

    /**
     * What came of the step.
     *
     * @param id drawn beforehand for what refers to it; 0 for none
     * @param reason why it was skipped
     * @param subject what it was about, as {@code event:7}
     * @param surveyLink of the survey that a message carries; 0 for none
     */
    record Trace(
            long id,
            Outcome outcome,
            @Nullable String reason,
            @Nullable String subject,
            long surveyLink) {

        static final Trace DONE = new Trace(0, Outcome.DONE, null, null, 0);
        static final Trace YES = new Trace(0, Outcome.YES, null, null, 0);
        static final Trace NO = new Trace(0, Outcome.NO, null, null, 0);

        static Trace about(String subject) {
            return new Trace(0, Outcome.DONE, null, subject, 0);
        }

        static Trace skipped(String reason) {
            return new Trace(0, Outcome.SKIPPED, reason, null, 0);
        }
    }
}
