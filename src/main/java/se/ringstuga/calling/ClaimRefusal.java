package se.ringstuga.calling;

/** Why the number of somebody who was handed out is not shown after all. */
public enum ClaimRefusal {
    /** No call may begin at this time of day (rule 12). */
    OUTSIDE_HOURS,
    PAUSED,
    CLOSED,
    /** The person has said no, left, or is not to be called for another reason, which is nobody's business on a page. */
    PERSON;

    /** When only the time is wrong, the person goes back to the queue. */
    CallState ends() {
        return this == PERSON ? CallState.ENDED : CallState.LAPSED;
    }
}
