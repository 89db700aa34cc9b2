package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Secret;
import se.ringstuga.accounts.Sessions;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The browsers of callers: one session each, and others that wait for the organizer's yes (rule 19). */
@ApplicationScoped
class CallerSessions {

    private static final Duration WAITS_AT_MOST = Duration.ofHours(2);

    private static final NamedSql FIND =
            NamedSql.of("select id, organization_id from caller where id = :caller and removed_at is null");

    private static final NamedSql WAIT = NamedSql.of("""
            insert into caller_join_request (organization_id, caller_id, secret_hash, user_agent, created_at)
            values (:organization, :caller, :hash, :agent, :now)""");

    private static final NamedSql WAITING = NamedSql.of("""
            select r.id, r.caller_id, r.approved_at is not null as approved,
                   r.refused_at is not null or r.used_at is not null or r.created_at < :oldest or c.removed_at is not null
                     or a.closed_at is not null or a.expires_at <= :now as over,
                   a.expires_at
            from caller_join_request r join caller c on c.id = r.caller_id join call_assignment a on a.id = c.assignment_id
            where r.secret_hash = :hash for update of r""");

    private static final NamedSql USED =
            NamedSql.of("update caller_join_request set used_at = :now where id = :request");

    private static final NamedSql DECIDE = NamedSql.of("""
            update caller_join_request
            set approved_at = case when :yes then :now end, approved_by = case when :yes then :actor end,
                refused_at = case when :yes then null else :now end, refused_by = case when :yes then null else :actor end
            where id = :request and caller_id = :caller and organization_id = :organization
              and approved_at is null and refused_at is null""");

    private final Sql sql;
    private final Sessions sessions;
    private final Clock clock;

    CallerSessions(Sql sql, Sessions sessions, Clock clock) {
        this.sql = sql;
        this.sessions = sessions;
        this.clock = clock;
    }

    Secret open(long callerId, @Nullable String userAgent, Instant expiresAt) {
        return sessions.openForCaller(callerId, expiresAt, userAgent);
    }

    void revoke(long callerId) {
        sessions.revokeAllOfCaller(callerId);
    }

    @Transactional
    Optional<CallScope> find(Secret secret) {
        return sessions.ofCaller(secret)
                .flatMap(session -> sql.first(
                        FIND,
                        Map.of("caller", session.callerId()),
                        row -> CallScope.caller(row.number("organization_id"), row.number("id"))));
    }

    Secret wait(CallerRows.Link link, @Nullable String userAgent) {
        var secret = Secret.random();
        var parameters = new HashMap<String, Object>(Map.of(
                "hash", secret.hash(),
                "caller", link.callerId(),
                "organization", link.organizationId(),
                "now", clock.instant()));
        parameters.put("agent", userAgent);
        sql.update(WAIT, parameters);
        return secret;
    }

    Optional<Waiting> waiting(Secret secret) {
        var now = clock.instant();
        return sql.first(
                WAITING,
                Map.of("hash", secret.hash(), "now", now, "oldest", now.minus(WAITS_AT_MOST)),
                row -> new Waiting(
                        row.number("id"),
                        row.number("caller_id"),
                        row.is("approved"),
                        row.is("over"),
                        row.instant("expires_at")));
    }

    void used(long requestId) {
        sql.update(USED, Map.of("request", requestId, "now", clock.instant()));
    }

    boolean decide(CallScope scope, long callerId, long requestId, boolean yes) {
        return sql.update(
                        DECIDE,
                        Map.of(
                                "request",
                                requestId,
                                "caller",
                                callerId,
                                "organization",
                                scope.organizationId(),
                                "yes",
                                yes,
                                "actor",
                                scope.actor().toString(),
                                "now",
                                clock.instant()))
                == 1;
    }

    /** A browser that asked to take a caller over. */
    record Waiting(long id, long callerId, boolean approved, boolean over, Instant expiresAt) {}
}
