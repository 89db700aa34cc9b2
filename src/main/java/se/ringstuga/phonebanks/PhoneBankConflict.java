package se.ringstuga.phonebanks;

import se.ringstuga.http.Conflict;

/** What cannot be done with a ringstuga as it is now; the type says why. */
final class PhoneBankConflict extends Conflict {

    private PhoneBankConflict(String type, String title, String detail) {
        super(type, title, detail);
    }

    static PhoneBankConflict closed() {
        return new PhoneBankConflict(
                "ringstuga-closed", "The ringstuga is closed", "It does not open again; open a new one.");
    }

    static PhoneBankConflict notOpen() {
        return new PhoneBankConflict(
                "ringstuga-not-open", "The ringstuga is not open", "This can be done while it is open.");
    }

    static PhoneBankConflict overlaps() {
        return new PhoneBankConflict(
                "ringstuga-overlaps",
                "The assignment has another ringstuga then",
                "One evening at a time: choose another time, or close the other one.");
    }

    static PhoneBankConflict assignmentOver() {
        return new PhoneBankConflict(
                "assignment-closed", "The assignment is closed", "Open a new assignment and a ringstuga for it.");
    }

    static PhoneBankConflict otherNumber() {
        return new PhoneBankConflict(
                "other-number",
                "The number is not the one on their screen",
                "Ask them for the two digits that their page shows.");
    }

    static PhoneBankConflict decided() {
        return new PhoneBankConflict(
                "already-decided", "Somebody has answered already", "They no longer wait to be let in.");
    }
}
