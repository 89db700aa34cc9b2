package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * What members of staff have under way in an organization and below it, and its passing from one to another; read from and
 * written to the tables of other features.
 */
@ApplicationScoped
class StaffHoldings {

    private static final String BELOW = """
            with below as materialized (select descendant_id as id from organization_closure where ancestor_id = :organization)""";

    /** Whoever acts with a token of theirs is they themselves. */
    private static final String ACTORS = """
            , who as materialized (
              select array(select 'staff:' || :staff union all select 'token:' || t.id from api_token t where t.staff_id = :staff) as actors)""";

    /** All of theirs, or only where no role of theirs reaches any more. */
    private static final String THEIRS = """
            %%s = any (cast((select actors from who) as text[])) and %%2$s in (select id from below)
            and (:all or not exists (
              select from staff_role r join organization_closure c on c.ancestor_id = r.organization_id
              where r.staff_id = :staff and c.descendant_id = %%2$s and %s))""".formatted(LivingRole.of("r"));

    private static final NamedSql OF = NamedSql.of(BELOW
            + ACTORS
            + """
            select h.kind, h.id, h.title, o.slug from (%s) h join organization o on o.id = h.organization_id
            where %s order by h.kind, h.title, h.id limit 200""".formatted(rows(Stream.of(HeldKind.values())), THEIRS.formatted("h.holder", "h.organization_id")));

    private static final NamedSql HAND_OVER = NamedSql.of(BELOW + ACTORS + "\n"
            + Stream.of(HeldKind.values())
                    .filter(HeldKind::passesOn)
                    .map(kind -> ", handed_%s as (%s)".formatted(kind.name(), kind.handOver(THEIRS)))
                    .collect(Collectors.joining("\n"))
            + """

            , logged as (
              insert into staff_handover (organization_id, kind, thing_id, from_staff, to_staff, handed_at, handed_by)
              select h.organization_id, h.kind, h.id, :staff, :taker_id, :now, :actor from (%s) h returning id)
            select count(*) as things from logged""".formatted(Stream.of(HeldKind.values())
                    .filter(HeldKind::passesOn)
                    .map(kind -> "select '%1$s' as kind, id, organization_id from handed_%1$s".formatted(kind.name()))
                    .collect(Collectors.joining(" union all "))));

    /** Tokens rest by themselves, and what was approved goes out: neither needs anybody. */
    private static final NamedSql LEFT_BEHIND = NamedSql.of(
            BELOW + """
            , held as (
              select x.organization_id, coalesce(
                cast(substring(x.holder from '^staff:([0-9]{1,18})$') as bigint),
                (select t.staff_id from api_token t
                 where t.id = cast(substring(x.holder from '^token:([0-9]{1,18})$') as bigint))) as staff_id
              from (%s) x where x.organization_id in (select id from below))
            select s.id, s.name, count(*) as things from held h join staff s on s.id = h.staff_id
            where not exists (
              select from staff_role r join organization_closure c on c.ancestor_id = r.organization_id
              where r.staff_id = s.id and c.descendant_id = h.organization_id and %s)
            group by s.id, s.name order by s.name, s.id limit 100""".formatted(rows(Stream.of(HeldKind.values()).filter(HeldKind::passesOn)), LivingRole.of("r")));

    private final Sql sql;
    private final Clock clock;

    StaffHoldings(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One thing that somebody has under way.
     *
     * @param title empty where it has none yet
     * @param organization the slug of the organization it belongs to
     */
    record Held(HeldKind kind, long id, String title, String organization) {}

    /**
     * Somebody whose access is over, with what nobody has taken over.
     *
     * @param things how many
     */
    record Leaver(long id, String name, long things) {}

    /**
     * Whose things are meant, in an organization and below it.
     *
     * @param all also where they still have a role
     */
    record Whose(long staffId, long organizationId, boolean all) {}

    /** At most 200, by kind. */
    List<Held> of(Whose whose) {
        return sql.list(
                OF,
                parameters(whose),
                row -> new Held(
                        HeldKind.valueOf(row.text("kind")), row.number("id"), row.text("title"), row.text("slug")));
    }

    /** Makes all of it the taker's that can be anybody else's, and logs each thing; how many that were. */
    long handOver(Whose whose, long takerId, Actor by) {
        var parameters = parameters(whose);
        parameters.put("taker", new Actor(Actor.Kind.STAFF, takerId).toString());
        parameters.put("taker_id", takerId);
        parameters.put("actor", by.toString());
        return sql.first(HAND_OVER, parameters, row -> row.number("things")).orElseThrow();
    }

    /** Those whose access here is over and who still have something under way; at most a hundred. */
    List<Leaver> leftBehind(long organizationId) {
        return sql.list(
                LEFT_BEHIND,
                Map.of("organization", organizationId, "now", clock.instant()),
                row -> new Leaver(row.number("id"), row.text("name"), row.number("things")));
    }

    private Map<String, Object> parameters(Whose whose) {
        return new HashMap<>(Map.of(
                "staff",
                whose.staffId(),
                "organization",
                whose.organizationId(),
                "all",
                whose.all(),
                "now",
                clock.instant()));
    }

    private static String rows(Stream<HeldKind> kinds) {
        return kinds.map(HeldKind::rows).collect(Collectors.joining("\nunion all\n"));
    }
}
