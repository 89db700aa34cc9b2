package se.ringstuga.messaging;

import se.ringstuga.http.Conflict;

/** Somebody stopped the broadcast: nothing of it goes out any more, not even to one person. */
final class OfCancelledBroadcast extends Conflict {

    OfCancelledBroadcast(long broadcastId) {
        super(
                "broadcast-cancelled",
                "The broadcast is cancelled",
                "Nothing of it is sent any more. Write a message of its own to the person instead.");
        with("broadcastId", broadcastId);
    }
}
