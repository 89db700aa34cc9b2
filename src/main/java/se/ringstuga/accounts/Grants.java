package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** What a credential gives in an organization, in one statement each: rights come from the organization or one above it. */
@ApplicationScoped
class Grants {

    private static final NamedSql TOKEN =
            NamedSql.of("""
            select t.id, t.scopes, t.last_used_at, true as complete, %s as administrator,
                   o.id as organization_id, o.slug, o.root_id, o.time_zone
            from api_token t
            left join (organization o join organization_closure c on c.descendant_id = o.id)
              on o.slug = :slug and c.ancestor_id = t.organization_id
            where t.secret_hash = :hash and t.revoked_at is null and t.expires_at > :now and %s
              and (not t.bootstrap or t.created_at + interval '24 hours' > :now
                   or not exists (select from staff_role r join staff s on s.id = r.staff_id
                                  where r.role = 'ADMINISTRATOR' and s.disabled_at is null))""".formatted(LivingRole.administratorBehind("t"), LivingRole.behind("t")));

    private static final NamedSql SESSION = NamedSql.of("""
            select e.id as session_id, s.id, e.last_used_at,
                   e.second_factor_at is not null or (:demo and s.totp_confirmed_at is null) as complete,
                   o.id as organization_id, o.slug, o.root_id, o.time_zone, r.administrator
            from session e
            join staff s on s.id = e.staff_id and s.disabled_at is null
            left join (organization o cross join lateral (
                select bool_or(sr.role = 'ADMINISTRATOR') as administrator, sr.staff_id
                from staff_role sr join organization_closure c on c.ancestor_id = sr.organization_id
                where c.descendant_id = o.id and sr.staff_id = s.id and %s group by sr.staff_id) r)
              on o.slug = :slug and r.staff_id = s.id
            where e.secret_hash = :hash and e.revoked_at is null and e.expires_at > :now""".formatted(LivingRole.of("sr")));

    private final Sql sql;
    private final Clock clock;
    private final boolean demo;

    Grants(Sql sql, Clock clock, @ConfigProperty(name = "ringstuga.demo", defaultValue = "false") boolean demo) {
        this.sql = sql;
        this.clock = clock;
        this.demo = demo;
    }

    /**
     * A living token, whose maker has access themselves. The one from the environment works while no administrator exists or for 24 hours, whichever is
     * longer: afterwards it would be a key that nobody remembers.
     */
    Optional<Credential> ofToken(Secret secret, String slug) {
        return find(TOKEN, secret, slug, row -> credential(row, Actor.Kind.TOKEN, scopes(row)));
    }

    /** A living session of staff, with the highest role from the organization up to the top of its tree. */
    Optional<Credential> ofSession(Secret secret, String slug) {
        return find(SESSION, secret, slug, row -> credential(row, Actor.Kind.STAFF, role(row)));
    }

    /** Plain JDBC: this statement stands before every single request. */
    private Optional<Credential> find(
            NamedSql statement, Secret secret, String slug, Function<Row, Credential> reader) {
        var parameters = Map.of("slug", slug, "hash", secret.hash(), "now", clock.instant(), "demo", demo);
        return sql.first(statement, parameters, reader);
    }

    private Credential credential(Row row, Actor.Kind kind, Set<Permission> permissions) {
        var actor = new Actor(kind, row.number("id"));
        return new Credential(
                actor,
                kind == Actor.Kind.STAFF ? row.number("session_id") : 0,
                row.is("complete"),
                LastUse.isStale(row.instantOrNull("last_used_at"), clock.instant()),
                grant(row, actor, permissions));
    }

    private static Optional<Access.Grant> grant(Row row, Actor actor, Set<Permission> permissions) {
        return Optional.ofNullable(row.numberOrNull("organization_id"))
                .map(organization -> new Access.Grant(
                        actor,
                        organization,
                        row.text("slug"),
                        row.number("root_id"),
                        ZoneId.of(row.text("time_zone")),
                        permissions));
    }

    private static Set<Permission> role(Row row) {
        return row.is("administrator") ? Role.ADMINISTRATOR.permissions() : Role.ORGANIZER.permissions();
    }

    /** Never more than its maker has by now. */
    private static Set<Permission> scopes(Row row) {
        var makers = role(row);
        return row.texts("scopes").stream()
                .map(Permission::ofScope)
                .flatMap(Optional::stream)
                .filter(makers::contains)
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
