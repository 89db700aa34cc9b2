package se.ringstuga.surveys;

import se.ringstuga.http.Problem;

/** 403: definitions of an organization above may be used by those below it, not changed. */
public final class DefinedAbove extends Problem {

    /** @param what it is, such as {@code survey} */
    public DefinedAbove(String what) {
        super(
                403,
                "defined-above",
                "Defined by an organization above",
                "This " + what + " belongs to an organization above: use it as it is, or make one of your own.");
    }
}
