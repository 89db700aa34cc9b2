package se.ringstuga.reminders;

/** Whom a rule is for. */
enum Audience {
    SIGNED_UP,
    /** Whom the event is for, by invitation or by being a member, and who has not answered. */
    UNANSWERED,
    /** The people of a segment, without those who said no. */
    SEGMENT,
    /** Came. */
    ATTENDED,
    /** Signed up and did not come, as far as somebody confirmed that the attendance is complete (rule 29). */
    ABSENT;

    /** They stand as rows of sign-ups; the others are looked for when the time has come. */
    boolean stands() {
        return switch (this) {
            case SIGNED_UP, ATTENDED, ABSENT -> true;
            case UNANSWERED, SEGMENT -> false;
        };
    }
}
