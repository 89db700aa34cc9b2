package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;

/**
 * For pages that stay open after their request: whether the browser that was let in still may. A session that was revoked, a
 * role that was taken away and a lost organization all end it.
 */
@ApplicationScoped
public class StandingAccess {

    private final Access access;
    private final SessionCookies cookies;
    private final Grants grants;

    StandingAccess(Access access, SessionCookies cookies, Grants grants) {
        this.access = access;
        this.cookies = cookies;
        this.grants = grants;
    }

    /** What this request was let in with, to be asked about again later and from any thread. */
    public Standing ofThisRequest(Permission permission) {
        var session = cookies.ofStaff().orElseThrow(Unauthorized::new);
        var slug = access.slug();
        return new Standing(
                HexFormat.of().formatHex(session.hash()),
                () -> grants.ofSession(session, slug)
                        .filter(Grants.Credential::complete)
                        .flatMap(Grants.Credential::grant)
                        .filter(grant -> grant.permissions().contains(permission))
                        .isPresent());
    }

    /**
     * A browser's right to go on watching.
     *
     * @param session names the session without giving it away
     * @param holds asks the database
     */
    public record Standing(String session, BooleanSupplier holds) {}
}
