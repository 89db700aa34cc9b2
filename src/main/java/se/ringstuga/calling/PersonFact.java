package se.ringstuga.calling;

/** Something the call told about the person beyond its outcome (rule 10). */
public enum PersonFact {
    DECEASED(true),
    LEFT(true),
    WANTS_TO_LEAVE(false),
    NOT_A_MEMBER(true),
    OTHER_LANGUAGE(false),
    /** Alerts, and is readable by, administrators only. */
    THREAT(false),
    WANTS_THEIR_DATA(false);

    private final boolean stopsEverything;

    PersonFact(boolean stopsEverything) {
        this.stopsEverything = stopsEverything;
    }

    /** Whether nothing may reach the person anywhere in the tree until an organizer has decided. */
    public boolean stopsEverything() {
        return stopsEverything;
    }
}
