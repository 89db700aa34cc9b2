package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a credential gives in an organization, in one statement each: rights come from the organization or one above it. */
@ApplicationScoped
class Grants {

    private static final Duration LAST_USE_PRECISION = Duration.ofMinutes(1);

    private final EntityManager entities;

    Grants(EntityManager entities) {
        this.entities = entities;
    }

    /** A token's rights; the permissions are empty when the token lives but not in this organization or one above. */
    Optional<TokenGrant> ofToken(Secret secret, String slug, Instant now) {
        return rows("""
                        select t.id, t.scopes, t.last_used_at, o.id as organization_id, o.slug, o.root_id, o.time_zone
                        from api_token t
                        left join (organization o join organization_closure c on c.descendant_id = o.id)
                          on o.slug = :slug and c.ancestor_id = t.organization_id
                        where t.secret_hash = :hash and t.revoked_at is null and t.expires_at > :now""", secret, slug, now).stream().findFirst().map(row -> tokenGrant(row, now));
    }

    private List<Tuple> rows(String sql, Secret secret, String slug, Instant now) {
        return entities.createNativeQuery(sql, Tuple.class)
                .setParameter("slug", slug)
                .setParameter("hash", secret.hash())
                .setParameter("now", now)
                .getResultList();
    }

    private static TokenGrant tokenGrant(Tuple row, Instant now) {
        var id = row.get("id", Long.class);
        var lastUsed = Optional.ofNullable(row.get("last_used_at", Instant.class));
        var stale = lastUsed.isEmpty() || lastUsed.get().isBefore(now.minus(LAST_USE_PRECISION));
        return new TokenGrant(id, stale, grant(row, new Actor(Actor.Kind.TOKEN, id), scopes(row)));
    }

    private static Optional<Access.Grant> grant(Tuple row, Actor actor, Set<Permission> permissions) {
        return Optional.ofNullable(row.get("organization_id", Long.class))
                .map(organization -> new Access.Grant(
                        actor,
                        organization,
                        row.get("slug", String.class),
                        row.get("root_id", Long.class),
                        ZoneId.of(row.get("time_zone", String.class)),
                        permissions));
    }

    private static Set<Permission> scopes(Tuple row) {
        return Arrays.stream(row.get("scopes", String[].class))
                .map(Permission::ofScope)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    /**
     * A living token.
     *
     * @param staleUse whether its last use was recorded more than a minute ago
     * @param grant empty where the organization does not exist or lies outside the token's tree
     */
    record TokenGrant(long tokenId, boolean staleUse, Optional<Access.Grant> grant) {}
}
