package se.ringstuga.calling;

import se.ringstuga.http.Conflict;

/** More than a day has passed since the claim ended (rule 17). */
public final class ReportTooLate extends Conflict {

    ReportTooLate(long claimId, CallState state) {
        super("report-too-late", "The report comes too late", "Tell the organizer what happened in the call.");
        with("claimId", claimId);
        with("state", state);
    }
}
