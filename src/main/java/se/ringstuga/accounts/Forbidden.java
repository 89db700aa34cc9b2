package se.ringstuga.accounts;

import java.util.Optional;
import se.ringstuga.http.Problem;

/** 403: the credential is good, but not for this. */
public final class Forbidden extends Problem {

    public Forbidden(Optional<Permission> required) {
        super(403, "forbidden", "Not allowed", required.map(Forbidden::sentence).orElse("Nobody may do this."));
    }

    private static String sentence(Permission required) {
        return "This needs the right `" + required.scope() + "`; ask an administrator for it.";
    }
}
