package se.ringstuga.calling;

import se.ringstuga.http.Conflict;

/** Closed or expired: no new claims; calls already dialled can still be reported. */
public final class AssignmentClosed extends Conflict {

    AssignmentClosed(long assignmentId) {
        super(
                "assignment-closed",
                "The assignment is closed",
                "Nobody more is handed out; calls already made can still be reported.");
        with("assignmentId", assignmentId);
    }
}
