package se.ringstuga.messaging;

import se.ringstuga.http.Conflict;

/** It is approved or over: what somebody agreed to is not changed behind their back. */
final class BroadcastNotDraft extends Conflict {

    BroadcastNotDraft(BroadcastView broadcast) {
        super(
                "broadcast-not-a-draft",
                "Only a draft can be changed",
                "Take the approval back first (DELETE …/approval), as long as nothing of it has been sent.");
        with("state", broadcast.state());
    }
}
