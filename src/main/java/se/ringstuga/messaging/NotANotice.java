package se.ringstuga.messaging;

import se.ringstuga.http.Conflict;

/** Only what the statutes demand is also put into letter boxes. */
final class NotANotice extends Conflict {

    NotANotice(BroadcastView broadcast) {
        super(
                "not-a-notice",
                "Only a notice has letters",
                "Whoever does not want information gets none, by letter either; a broadcast with purpose NOTICE has letters.");
        with("purpose", broadcast.purpose());
        with("state", broadcast.state());
    }
}
