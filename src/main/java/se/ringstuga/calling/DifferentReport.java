package se.ringstuga.calling;

import se.ringstuga.http.Conflict;

/** The claim has been reported, and not like this; the body has the report that counts. */
public final class DifferentReport extends Conflict {

    DifferentReport(ReportView current) {
        super(
                "already-reported",
                "The claim has been reported differently",
                "Correct the report that counts instead of sending another.");
        with("current", current);
    }
}
