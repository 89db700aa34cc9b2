package se.ringstuga.calling;

import se.ringstuga.http.Conflict;

/** The claim is no longer open; the body says what became of it. */
public final class ClaimEnded extends Conflict {

    ClaimEnded(long claimId, CallState state) {
        super("claim-ended", "The claim is no longer open", sentence(state));
        with("claimId", claimId);
        with("state", state);
    }

    /** It ended because the number was asked for when nobody may call the person; {@code reason} says why. */
    ClaimEnded(long claimId, ClaimRefusal why) {
        super("claim-ended", "The claim is no longer open", sentence(why));
        with("claimId", claimId);
        with("state", why.ends());
        with("reason", why);
    }

    private static String sentence(ClaimRefusal why) {
        return switch (why) {
            case OUTSIDE_HOURS -> "It is outside the calling hours; the person went back to the queue.";
            case PAUSED -> "The assignment is paused; the person went back to the queue.";
            case CLOSED -> "The assignment is closed.";
            case PERSON -> "The person may no longer be called.";
        };
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
