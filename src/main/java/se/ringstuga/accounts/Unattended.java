package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Lets a job do what somebody decided beforehand, in their name and as long as they have the right to it. */
@ApplicationScoped
public class Unattended {

    private static final NamedSql ORGANIZATION = NamedSql.of("""
            select o.id, o.slug, o.root_id, o.time_zone from organization o
            where o.id = :organization
              and case :kind
                when 'STAFF' then exists (
                  select from staff_role r join staff s on s.id = r.staff_id and s.disabled_at is null
                  join organization_closure c on c.ancestor_id = r.organization_id
                  where r.staff_id = :id and c.descendant_id = o.id and %s)
                when 'TOKEN' then exists (
                  select from api_token t join organization_closure c on c.ancestor_id = t.organization_id
                  where t.id = :id and c.descendant_id = o.id and t.revoked_at is null and t.expires_at > :now
                    and :scope = any(t.scopes) and %s)
                else false end""".formatted(LivingRole.of("r"), LivingRole.behind("t")));

    private final Access access;
    private final Sql sql;
    private final Clock clock;

    Unattended(Access access, Sql sql, Clock clock) {
        this.access = access;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Does the work as the actor, with this one right.
     *
     * @param actor as it is stored, {@code staff:7}
     * @return false, with nothing done, when the actor is not of the staff any more or the token has ended, as it does with its maker
     */
    @ActivateRequestContext
    public boolean as(String actor, long organizationId, Permission right, Runnable work) {
        var grant = grant(parsed(actor), organizationId, right);
        grant.ifPresent(given -> {
            access.signIn(given.actor(), 0);
            access.grant(given);
            work.run();
        });
        return grant.isPresent();
    }

    private Optional<Access.Grant> grant(Actor actor, long organizationId, Permission right) {
        var parameters = Map.of(
                "organization", organizationId,
                "kind", actor.kind(),
                "id", actor.id(),
                "scope", right.scope(),
                "now", clock.instant());
        return sql.first(
                ORGANIZATION,
                parameters,
                row -> new Access.Grant(
                        actor,
                        organizationId,
                        row.text("slug"),
                        row.number("root_id"),
                        ZoneId.of(row.text("time_zone")),
                        EnumSet.of(right)));
    }

    private static Actor parsed(String actor) {
        var colon = actor.indexOf(':');
        return new Actor(
                Actor.Kind.valueOf(actor.substring(0, colon).toUpperCase(Locale.ROOT)),
                Long.parseLong(actor.substring(colon + 1)));
    }
}
