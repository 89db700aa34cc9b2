package se.ringstuga.events;

/** Where somebody stands with an event. */
public enum SignUpState {
    /** And has not answered. */
    INVITED,
    /** Has a place. Stays so after the event until somebody confirms that the attendance is complete (rule 29). */
    SIGNED_UP,
    WAITING,
    /** Does not come, whether or not a place was held. */
    CANCELLED,
    ATTENDED,
    ABSENT
}
