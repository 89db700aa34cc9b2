package se.ringstuga.calling;

import se.ringstuga.http.Problem;

/** 401: no volunteer's session in this browser, or it has ended. */
final class CallerSignedOut extends Problem {

    CallerSignedOut() {
        super(401, "caller-signed-out", "You are not in this phone bank", "Open your personal link again.");
    }
}
