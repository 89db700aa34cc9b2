package se.ringstuga.messaging;

import se.ringstuga.http.Conflict;

/** It goes out no more; what follows is a new one. */
final class RecurringEnded extends Conflict {

    RecurringEnded() {
        super("recurring-ended", "It has ended", "A monthly text that was ended stays so; write a new one.");
        with("state", "ENDED");
    }
}
