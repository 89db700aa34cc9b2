package se.ringstuga.messaging;

import se.ringstuga.http.Conflict;

/** 409: with these more people would be written to in 24 hours than one organizer may decide alone (rule 23). */
final class SecondApprovalNeeded extends Conflict {

    /** Of a broadcast. */
    SecondApprovalNeeded(long limit) {
        this(
                "Somebody else must approve this broadcast",
                "More than " + limit
                        + " people within 24 hours: let an organizer who neither wrote it nor changed it last look at it and approve it.");
    }

    private SecondApprovalNeeded(String title, String detail) {
        super("second-approval-needed", title, detail);
    }

    /** Of what another feature is about to send to many. */
    static SecondApprovalNeeded toBegin(long limit) {
        return new SecondApprovalNeeded(
                "Somebody else must agree",
                "More than " + limit
                        + " people within 24 hours: it takes an organizer who wrote it or asked for it, and another who begins it.");
    }
}
