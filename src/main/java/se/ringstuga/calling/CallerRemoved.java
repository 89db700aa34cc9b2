package se.ringstuga.calling;

import se.ringstuga.http.Conflict;

/** The organizer has removed the caller from the assignment. */
public final class CallerRemoved extends Conflict {

    CallerRemoved() {
        super(
                "caller-removed",
                "The caller was removed",
                "The organizer has ended this caller's access; nobody more is handed out.");
    }
}
