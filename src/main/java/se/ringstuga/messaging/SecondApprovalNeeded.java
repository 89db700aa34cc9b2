package se.ringstuga.messaging;

import se.ringstuga.http.Conflict;

/** 409: with this one more people would be written to in 24 hours than one organizer may decide alone (rule 23). */
final class SecondApprovalNeeded extends Conflict {

    SecondApprovalNeeded(long limit) {
        super(
                "second-approval-needed",
                "Somebody else must approve this broadcast",
                "More than " + limit
                        + " people within 24 hours: let an organizer who neither wrote it nor changed it last look at it and approve it.");
    }
}
