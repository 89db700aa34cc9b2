package se.ringstuga.calling;

import se.ringstuga.http.Conflict;

/** A limit of the volunteer's pages stands in the way until the organizer lifts it (rule 7). */
public final class CallerLimitReached extends Conflict {

    CallerLimitReached(CallerLimit limit) {
        super(
                "caller-limit-reached",
                "A limit was reached",
                "The organizer has been told and can let the caller go on.");
        with("limit", limit);
    }
}
