package se.ringstuga.http;

import java.util.List;

/** 400: something in the request is wrong; every violation names the field and the mend, and nothing was stored. */
public final class InvalidInput extends Problem {

    private final List<Violation> violations;

    public InvalidInput(List<Violation> violations) {
        super(400, "invalid-input", "The request has fields that cannot be accepted", summary(violations));
        this.violations = List.copyOf(violations);
        with("violations", this.violations);
    }

    public InvalidInput(String field, String message) {
        this(List.of(Violation.body(field, message)));
    }

    /** The same for a query parameter. */
    public static InvalidInput query(String field, String message) {
        return new InvalidInput(List.of(Violation.query(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }

    private static String summary(List<Violation> violations) {
        var first = violations.getFirst();
        var more = violations.size() > 1 ? " (and " + (violations.size() - 1) + " more)" : "";
        return first.field() + ": " + first.message() + more;
    }
}
