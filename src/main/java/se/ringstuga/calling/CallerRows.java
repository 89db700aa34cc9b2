package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Secret;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** Callers, their links, waiting browsers and sessions, as rows. */
@ApplicationScoped
class CallerRows {

    private static final NamedSql INSERT = NamedSql.of("""
            insert into caller (organization_id, assignment_id, name, link_hash, link_expires_at, created_at, created_by)
            select a.organization_id, a.id,
                   coalesce(cast(:name as text), 'Ringare ' || 1 + (select count(*) from caller c where c.assignment_id = a.id)),
                   :link, a.expires_at, :now, :actor
            from call_assignment a
            where a.id = :assignment and a.organization_id = :organization
            returning id, name""");

    private static final NamedSql LIST = NamedSql.of("""
            select c.*, count(k.id) as calls, count(k.id) filter (where k.outcome = 'REACHED') as reached
            from caller c left join call k on k.caller_id = c.id and k.state in ('REPORTED', 'UNREPORTED')
            where c.assignment_id = :assignment and c.organization_id = :organization
            group by c.id order by c.removed_at is not null, c.name, c.id""");

    private static final NamedSql NAME = NamedSql.of("""
            select name from caller
            where id = :caller and assignment_id = :assignment and organization_id = :organization""");

    private static final NamedSql WAITING = NamedSql.of("""
            select r.id, r.caller_id, r.created_at, r.user_agent from caller_join_request r join caller c on c.id = r.caller_id
            where c.assignment_id = :assignment and r.approved_at is null and r.refused_at is null order by r.id""");

    private static final NamedSql REMOVE = NamedSql.of("""
            update caller set removed_at = coalesce(removed_at, :now), removed_by = coalesce(removed_by, :actor)
            where id = :caller and organization_id = :organization""");

    private static final NamedSql NEW_LINK = NamedSql.of("""
            update caller set link_hash = :link where id = :caller and organization_id = :organization and removed_at is null""");

    private static final String LINK = """
            select c.id, c.organization_id, c.joined_at, a.expires_at, coalesce(c.browser_hash = :browser, false) as known
            from caller c join call_assignment a on a.id = c.assignment_id
            where %s and c.removed_at is null and c.link_expires_at > :now and a.closed_at is null
              and a.expires_at > :now and (c.calls_until is null or c.calls_until > :now)
            for update of c""";

    private static final NamedSql BY_LINK = NamedSql.of(LINK.formatted("c.link_hash = :link"));

    private static final NamedSql BY_ID = NamedSql.of(LINK.formatted("c.id = :caller"));

    private static final NamedSql JOINED = NamedSql.of(
            "update caller set joined_at = coalesce(joined_at, :now), browser_hash = :browser where id = :caller");

    private static final NamedSql SEEN = NamedSql.of("""
            select p.id, p.given_name, p.family_name, min(k.claimed_at) as first_seen_at, max(k.claimed_at) as last_seen_at,
                   bool_or(k.dialled_at is not null) as number_shown
            from call k join person p on p.id = k.person_id
            where k.caller_id = :caller and k.organization_id = :organization
              and (p.restricted_at is null or :administrator)
            group by p.id order by 5 desc, p.id""");

    private final Sql sql;
    private final Clock clock;

    CallerRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param name null: the next number of the assignment */
    Optional<Named> insert(CallScope scope, long assignmentId, @Nullable String name, Secret link) {
        Map<String, Object> parameters = key(scope, 0);
        parameters.put("assignment", assignmentId);
        parameters.put("name", name);
        parameters.put("link", link.hash());
        return sql.first(INSERT, parameters, row -> new Named(row.number("id"), row.text("name")));
    }

    List<CallerView> list(CallScope scope, long assignmentId) {
        var parameters = key(scope, 0);
        parameters.put("assignment", assignmentId);
        var waiting = sql.list(
                WAITING,
                parameters,
                row -> Map.entry(
                        row.number("caller_id"),
                        new CallerView.JoinRequestView(
                                row.number("id"), row.instant("created_at"), row.textOrNull("user_agent"))));
        return sql.list(LIST, parameters, row -> view(row, waiting));
    }

    Optional<String> name(CallScope scope, long assignmentId, long callerId) {
        var parameters = key(scope, callerId);
        parameters.put("assignment", assignmentId);
        return sql.first(NAME, parameters, row -> row.text("name"));
    }

    boolean remove(CallScope scope, long callerId) {
        return sql.update(REMOVE, key(scope, callerId)) == 1;
    }

    boolean replaceLink(CallScope scope, long callerId, Secret link) {
        var parameters = key(scope, callerId);
        parameters.put("link", link.hash());
        return sql.update(NEW_LINK, parameters) == 1;
    }

    /** Locks the caller, so that of two browsers joining at once one is the second. */
    Optional<Link> byLink(Secret link, Browser browser) {
        return sql.first(
                BY_LINK,
                Map.of("link", link.hash(), "browser", hash(browser), "now", clock.instant()),
                CallerRows::link);
    }

    Optional<Link> byId(long callerId, Browser browser) {
        return sql.first(
                BY_ID, Map.of("caller", callerId, "browser", hash(browser), "now", clock.instant()), CallerRows::link);
    }

    private static Link link(Row row) {
        return new Link(
                row.number("id"),
                row.number("organization_id"),
                row.instantOrNull("joined_at") != null,
                row.is("known"),
                row.instant("expires_at"));
    }

    /** From now on the caller's browser is this one. */
    void joined(long callerId, Browser browser) {
        sql.update(JOINED, Map.of("caller", callerId, "browser", hash(browser), "now", clock.instant()));
    }

    private static byte[] hash(Browser browser) {
        return new Secret(browser.secret()).hash();
    }

    /** Protected people are for administrators alone. */
    List<SeenPerson> seen(CallScope scope, long callerId, boolean administrator) {
        var parameters = key(scope, callerId);
        parameters.put("administrator", administrator);
        return sql.list(
                SEEN,
                parameters,
                row -> new SeenPerson(
                        row.number("id"),
                        (row.text("given_name") + " " + row.text("family_name")).strip(),
                        row.instant("first_seen_at"),
                        row.instant("last_seen_at"),
                        row.is("number_shown")));
    }

    private Map<String, Object> key(CallScope scope, long callerId) {
        return new HashMap<>(Map.of(
                "organization", scope.organizationId(),
                "caller", callerId,
                "actor", scope.actor().toString(),
                "now", clock.instant()));
    }

    private static CallerView view(Row row, List<Map.Entry<Long, CallerView.JoinRequestView>> waiting) {
        var id = row.number("id");
        var limit = row.textOrNull("limit_reached");
        return new CallerView(
                id,
                row.text("name"),
                row.instant("created_at"),
                row.instantOrNull("joined_at"),
                row.instantOrNull("promised_at"),
                limit == null ? null : CallerLimit.valueOf(limit),
                row.instantOrNull("removed_at"),
                row.number("calls"),
                row.number("reached"),
                waiting.stream()
                        .filter(entry -> entry.getKey() == id)
                        .map(Map.Entry::getValue)
                        .toList());
    }

    record Named(long id, String name) {}

    /**
     * @param used whether a browser has joined with it
     * @param known whether it was this one
     */
    record Link(long callerId, long organizationId, boolean used, boolean known, Instant expiresAt) {}
}
