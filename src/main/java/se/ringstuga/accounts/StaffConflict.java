package se.ringstuga.accounts;

import se.ringstuga.http.Conflict;

/** 409: the change would leave the staff in a state that nobody can mend. */
final class StaffConflict extends Conflict {

    StaffConflict(String type, String detail) {
        super(type, "Not possible for this member of staff", detail);
    }
}
