package se.ringstuga.reminders;

/** Why something is sent around an event. */
enum Occasion {
    /** So long before it begins. */
    BEFORE,
    /** So long after its end. */
    AFTER,
    /** It begins at another time than people were told. */
    MOVED,
    /** It is at another place, and whoever changed that wants people to know. */
    RELOCATED,
    CANCELLED,
    /** Somebody who waited for a place has got one. */
    PROMOTED,
    /** Somebody has answered JA or NEJ by SMS. */
    ANSWERED;

    /** Has a time of its own; the others are due when they happen. */
    boolean timed() {
        return this == BEFORE || this == AFTER;
    }

    /** Tells those who have or wait for a place what became of the event: at once, and in every weather of the budget. */
    boolean tellsOfChange() {
        return this == MOVED || this == RELOCATED || this == CANCELLED;
    }

    /** {@code message.source}: reminders are one thing, what is told of the event and its places another. */
    String source() {
        return this == BEFORE ? "REMINDER" : "EVENT";
    }
}
