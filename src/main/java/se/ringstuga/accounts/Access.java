package se.ringstuga.accounts;

import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks, in which organization, with which rights: set once a request by {@link AccessFilter}. */
@RequestScoped
public class Access {

    private @Nullable Grant grant;

    void grant(Grant grant) {
        this.grant = grant;
    }

    /** The organization of the path. */
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

    public Actor actor() {
        return granted().actor();
    }

    public boolean has(Permission permission) {
        return granted().permissions().contains(permission);
    }

    /** Whether protected people may be found and opened (rule 5); a token has this right when it has every scope. */
    public boolean administrator() {
        return granted().permissions().size() == Permission.values().length;
    }

    private Grant granted() {
        return Objects.requireNonNull(grant, "no access was granted in this request");
    }

    /** What one credential gives in one organization. */
    record Grant(
            Actor actor, long organizationId, String slug, long rootId, ZoneId zone, Set<Permission> permissions) {}
}
