package se.ringstuga.messaging;

import java.time.Instant;
import se.ringstuga.http.Conflict;

/** Whoever approves a text after its time would send nothing to anybody. */
final class BroadcastTooLate extends Conflict {

    BroadcastTooLate(Instant notAfter) {
        super(
                "broadcast-too-late",
                "Its time has passed",
                "Nothing of it is sent after notAfter; choose a later time first.");
        with("state", BroadcastView.State.DRAFT);
        with("notAfter", notAfter);
    }
}
