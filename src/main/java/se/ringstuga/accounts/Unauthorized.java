package se.ringstuga.accounts;

import se.ringstuga.http.Problem;

/** 401: no credential, or one that is unknown, expired or revoked; which of them is not told. */
public final class Unauthorized extends Problem {

    public Unauthorized() {
        super(401, "unauthorized", "Sign in first", "Send a valid API token as `Authorization: Bearer …`, or sign in.");
    }
}
