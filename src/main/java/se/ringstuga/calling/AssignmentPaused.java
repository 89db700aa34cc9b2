package se.ringstuga.calling;

import se.ringstuga.http.Conflict;

/** Paused by an organizer: no new claims for now. */
public final class AssignmentPaused extends Conflict {

    AssignmentPaused(long assignmentId) {
        super(
                "assignment-paused",
                "The assignment is paused",
                "Nobody more is handed out until an organizer goes on with it.");
        with("assignmentId", assignmentId);
    }
}
