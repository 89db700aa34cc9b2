package se.ringstuga.people;

import se.ringstuga.http.Conflict;

/** 409: the confirmation does not fit what the import found missing; nobody's membership was ended. */
final class MembershipsNotEnded extends Conflict {

    MembershipsNotEnded(String reason, int missing) {
        super(
                "memberships-not-ended",
                "The memberships were not ended",
                "The memberships of this import " + reason + ".");
        with("missing", missing);
    }
}
