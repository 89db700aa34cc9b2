package se.ringstuga.accounts;

import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Requester;

/** Who asks, in which organization, with which rights: set once a request by {@link AccessFilter}. */
@RequestScoped
public class Access implements Requester {

    private @Nullable Grant grant;
    private @Nullable Actor actor;
    private long sessionId;

    void signIn(Actor actor, long sessionId) {
        this.actor = actor;
        this.sessionId = sessionId;
    }

    void grant(Grant grant) {
        this.grant = grant;
    }

    @Override
    public long organizationId() {
        return granted().organizationId();
    }

    public String slug() {
        return granted().slug();
    }

    /** The top of the path's organization's tree. */
    public long rootId() {
        return granted().rootId();
    }

    public ZoneId zone() {
        return granted().zone();
    }

    /** Who asks; known on every path that is not open to all, also where there is no organization. */
    public Actor actor() {
        return Objects.requireNonNull(actor, "nobody was admitted in this request");
    }

    /** The session of the browser that asks; 0 for a token. */
    long sessionId() {
        return sessionId;
    }

    @Override
    public String principal() {
        return actor().toString();
    }

    public boolean has(Permission permission) {
        return granted().permissions().contains(permission);
    }

    /** Whether protected people may be found and opened (rule 5); a token has this right when it has every scope. */
    public boolean administrator() {
        return granted().permissions().size() == Permission.values().length;
    }

    /** Nobody gives rights that they lack themselves. */
    boolean mayGive(Set<Permission> permissions) {
        return granted().permissions().containsAll(permissions);
    }

    private Grant granted() {
        return Objects.requireNonNull(grant, "no access was granted in this request");
    }

    /** What one credential gives in one organization. */
    record Grant(
            Actor actor, long organizationId, String slug, long rootId, ZoneId zone, Set<Permission> permissions) {}
}
