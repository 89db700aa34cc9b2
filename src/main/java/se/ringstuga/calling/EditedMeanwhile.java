package se.ringstuga.calling;

import se.ringstuga.http.Conflict;

/** Somebody else changed it since it was read; the body has the current one. */
final class EditedMeanwhile extends Conflict {

    EditedMeanwhile(AssignmentView current) {
        super(
                "edited-meanwhile",
                "Somebody else has changed it",
                "Read it again and decide anew; `current` is how it stands.");
        with("current", current);
    }
}
