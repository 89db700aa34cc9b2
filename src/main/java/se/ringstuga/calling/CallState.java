package se.ringstuga.calling;

/** Where a call stands. */
public enum CallState {
    OPEN,
    REPORTED,
    /** Given back without calling. */
    SKIPPED,
    /** Nobody dialled before the lease ran out: the person went back to the queue. */
    LAPSED,
    /** Dialled, never reported: counts as an attempt until somebody tells how it went (rule 6). */
    UNREPORTED,
    /** Ended from outside: the person was reported by another, or left; nothing was dialled. */
    ENDED
}
