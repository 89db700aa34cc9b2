package se.ringstuga.messaging;

import se.ringstuga.http.Conflict;

/** The first message has been handed over, or it was cancelled: there is no draft to go back to. */
final class ApprovalStands extends Conflict {

    ApprovalStands(BroadcastView broadcast) {
        super(
                "approval-stands",
                "The approval can no longer be taken back",
                "Some of it may have been sent, or it was cancelled. What has not been sent can be stopped (POST …/cancellation).");
        with("state", broadcast.state());
    }
}
