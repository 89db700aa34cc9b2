package se.ringstuga.calling;

import se.ringstuga.http.Conflict;

/** The claim is no longer open; the body says what became of it. */
public final class ClaimEnded extends Conflict {

    ClaimEnded(long claimId, CallState state) {
        super("claim-ended", "The claim is no longer open", sentence(state));
        with("claimId", claimId);
        with("state", state);
    }

    private static String sentence(CallState state) {
        return switch (state) {
            case OPEN -> "It is open.";
            case REPORTED -> "It has been reported.";
            case SKIPPED -> "It was given back.";
            case LAPSED -> "Its time ran out before the number was shown, and the person went back to the queue.";
            case UNREPORTED -> "Its time ran out after the number was shown; a report is still welcome.";
            case ENDED ->
                "It was ended: another volunteer has reported a call with the person, or the person has left.";
        };
    }
}
