package se.ringstuga.messaging.email;

/** What a mail server can do with one e-mail, as seen from outside and as it really was. */
enum SmtpFate {
    ACCEPTED(true),
    ACCEPTED_SLOWLY(true),
    /** The greeting is "not now". */
    BUSY(false),
    SENDER_REFUSED(false),
    RECIPIENT_REFUSED(false),
    RECIPIENT_PUT_OFF(false),
    CONTENT_REFUSED(false),
    CONTENT_PUT_OFF(false),
    LOST_AT_THE_RECIPIENT(false),
    SILENT_AT_THE_RECIPIENT(false),
    /** Never silent and never done: each line begins the time-out of a socket anew. */
    DRIPPING_AT_THE_RECIPIENT(false),
    LOST_WITHIN_THE_CONTENT(false),
    /** Gone after the dot, and the e-mail with it. */
    LOST_AT_THE_END(false),
    /** Gone after the dot, but the e-mail is on its way. */
    ACCEPTED_AND_LOST(true),
    /** Silent after the dot until the client gives up; the e-mail is on its way. */
    ACCEPTED_AND_SILENT(true),
    /** Accepted only after the client has given up. */
    ACCEPTED_TOO_LATE(true),
    /** After the dot a reply that means nothing. */
    RIDDLE(false);

    private final boolean accepted;

    SmtpFate(boolean accepted) {
        this.accepted = accepted;
    }

    /** Whether the recipient gets the e-mail, whatever the client was told. */
    boolean isAccepted() {
        return accepted;
    }
}
