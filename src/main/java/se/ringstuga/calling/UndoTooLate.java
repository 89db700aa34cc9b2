package se.ringstuga.calling;

import se.ringstuga.http.Conflict;

/** The report can no longer be taken back, only corrected. */
public final class UndoTooLate extends Conflict {

    UndoTooLate(String why) {
        super("undo-too-late", "The report can no longer be taken back", why);
    }
}
