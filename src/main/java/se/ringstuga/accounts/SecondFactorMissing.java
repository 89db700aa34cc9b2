package se.ringstuga.accounts;

import se.ringstuga.http.Problem;

/** 403: the password was right, the code is still to be given. */
final class SecondFactorMissing extends Problem {

    SecondFactorMissing() {
        super(403, "second-factor-missing", "A code is missing", "Give the code from your authenticator app first.");
    }
}
