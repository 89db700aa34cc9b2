package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a credential gives in an organization, in one statement each: rights come from the organization or one above it. */
@ApplicationScoped
class Grants {

    private final EntityManager entities;
    private final Clock clock;
    private final boolean demo;

    Grants(
            EntityManager entities,
            Clock clock,
            @ConfigProperty(name = "ringstuga.demo", defaultValue = "false") boolean demo) {
        this.entities = entities;
        this.clock = clock;
        this.demo = demo;
    }

    /**
     * A living token. The one from the environment works while no administrator exists or for 24 hours, whichever is
     * longer: afterwards it would be a key that nobody remembers.
     */
    Optional<Credential> ofToken(Secret secret, String slug) {
        return find("""
                        select t.id, t.scopes, t.last_used_at, true as complete,
                               o.id as organization_id, o.slug, o.root_id, o.time_zone
                        from api_token t
                        left join (organization o join organization_closure c on c.descendant_id = o.id)
                          on o.slug = :slug and c.ancestor_id = t.organization_id
                        where t.secret_hash = :hash and t.revoked_at is null and t.expires_at > :now
                          and (not t.bootstrap or t.created_at + interval '24 hours' > :now
                               or not exists (select from staff_role r join staff s on s.id = r.staff_id
                                              where r.role = 'ADMINISTRATOR' and s.disabled_at is null))""", secret, slug).map(row -> credential(row, Actor.Kind.TOKEN, scopes(row)));
    }

    /** A living session of staff, with the highest role from the organization up to the top of its tree. */
    Optional<Credential> ofSession(Secret secret, String slug) {
        return find("""
                        select e.id as session_id, s.id, e.last_used_at,
                               e.second_factor_at is not null or (:demo and s.totp_confirmed_at is null) as complete,
                               o.id as organization_id, o.slug, o.root_id, o.time_zone, r.administrator
                        from session e
                        join staff s on s.id = e.staff_id and s.disabled_at is null
                        left join (organization o cross join lateral (
                            select bool_or(sr.role = 'ADMINISTRATOR') as administrator, sr.staff_id
                            from staff_role sr join organization_closure c on c.ancestor_id = sr.organization_id
                            where c.descendant_id = o.id group by sr.staff_id) r)
                          on o.slug = :slug and r.staff_id = s.id
                        where e.secret_hash = :hash and e.revoked_at is null and e.expires_at > :now""", secret, slug).map(row -> credential(row, Actor.Kind.STAFF, role(row)));
    }

    private Optional<Tuple> find(String sql, Secret secret, String slug) {
        var query = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("slug", slug)
                .setParameter("hash", secret.hash())
                .setParameter("now", clock.instant());
        if (sql.contains(":demo")) {
            query.setParameter("demo", demo);
        }
        List<Tuple> rows = query.getResultList();
        return rows.stream().findFirst();
    }

    private Credential credential(Tuple row, Actor.Kind kind, Set<Permission> permissions) {
        var actor = new Actor(kind, row.get("id", Long.class));
        return new Credential(
                actor,
                kind == Actor.Kind.STAFF ? row.get("session_id", Long.class) : 0,
                row.get("complete", Boolean.class),
                LastUse.isStale(row.get("last_used_at", Instant.class), clock.instant()),
                grant(row, actor, permissions));
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

    private static Set<Permission> role(Tuple row) {
        return Boolean.TRUE.equals(row.get("administrator", Boolean.class))
                ? Role.ADMINISTRATOR.permissions()
                : Role.ORGANIZER.permissions();
    }

    private static Set<Permission> scopes(Tuple row) {
        return Arrays.stream(row.get("scopes", String[].class))
                .map(Permission::ofScope)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    /**
     * A living token or session.
     *
     * @param sessionId of staff; 0 for a token
     * @param complete false for a session whose second factor is still missing: it opens nothing
     * @param staleUse whether its last use was recorded more than a minute ago
     * @param grant empty where the organization does not exist or lies outside what the credential reaches
     */
    record Credential(Actor actor, long sessionId, boolean complete, boolean staleUse, Optional<Access.Grant> grant) {}
}
