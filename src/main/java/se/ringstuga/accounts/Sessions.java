package se.ringstuga.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signed-in browsers, of staff and of callers. They live in the database, so that revoking one holds at once on every
 * instance; the browser holds a secret of which only the hash is kept ({@link SessionCookies}).
 */
@ApplicationScoped
public class Sessions {

    /** How long staff stay signed in at most (rule 39). */
    static final Duration STAFF_LIFE = Duration.ofHours(12);

    /** How long a right password waits for its code. */
    static final Duration CODE_PATIENCE = Duration.ofMinutes(10);

    private static final Duration KEPT_AFTERWARDS = Duration.ofDays(30);
    private static final int LONGEST_USER_AGENT = 200;

    private final EntityManager entities;
    private final Clock clock;

    Sessions(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Opens a session of staff.
     *
     * @param secondFactor whether a code was given; outside the demonstration a session without one opens nothing but
     *     the page that asks for it, for ten minutes
     */
    public Secret openForStaff(long staffId, boolean secondFactor, @Nullable String userAgent) {
        var now = clock.instant();
        return open(new Opening(staffId, null, now.plus(STAFF_LIFE), secondFactor ? now : null), userAgent);
    }

    /** A right password without its code yet. */
    Secret openWaitingForCode(long staffId, @Nullable String userAgent) {
        return open(new Opening(staffId, null, clock.instant().plus(CODE_PATIENCE), null), userAgent);
    }

    /** Opens a session of a caller in one assignment. */
    public Secret openForCaller(long callerId, Instant expiresAt, @Nullable String userAgent) {
        return open(new Opening(null, callerId, expiresAt, null), userAgent);
    }

    /** The living session of a caller behind a cookie; its use is recorded at most once a minute. */
    public Optional<CallerSession> ofCaller(Secret secret) {
        var now = clock.instant();
        List<Tuple> rows = entities.createNativeQuery("""
                        select id, caller_id, created_at, last_used_at from session
                        where secret_hash = :hash and caller_id is not null and revoked_at is null and expires_at > :now""", Tuple.class)
                .setParameter("hash", secret.hash())
                .setParameter("now", now)
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            var id = row.get("id", Long.class);
            if (LastUse.isStale(row.get("last_used_at", Instant.class), now)) {
                recordUse(id);
            }
            return new CallerSession(id, row.get("caller_id", Long.class), row.get("created_at", Instant.class));
        });
    }

    /** Ends the session behind a cookie. */
    public void revoke(Secret secret) {
        revokeWhere("secret_hash = :key", secret.hash());
    }

    /** Ends one session. */
    public void revoke(long sessionId) {
        revokeWhere("id = :key", sessionId);
    }

    /** Ends every session of one member of staff. */
    public void revokeAllOfStaff(long staffId) {
        revokeWhere("staff_id = :key", staffId);
    }

    /** Ends every session of one caller. */
    public void revokeAllOfCaller(long callerId) {
        revokeWhere("caller_id = :key", callerId);
    }

    List<StaffSession> livingOfStaff(long staffId) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select id, staff_id, created_at, last_used_at, user_agent from session
                        where staff_id = :staff and revoked_at is null and expires_at > :now
                        order by last_used_at desc, id desc limit 200""", Tuple.class)
                .setParameter("staff", staffId)
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream()
                .map(row -> new StaffSession(
                        row.get("id", Long.class),
                        row.get("created_at", Instant.class),
                        row.get("last_used_at", Instant.class),
                        row.get("user_agent", String.class)))
                .toList();
    }

    /** Skips the row when another request is writing it: one record a minute is enough. */
    void recordUse(long sessionId) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        update session set last_used_at = :now
                        where id = (select id from session where id = :id for update skip locked)""")
                        .setParameter("now", clock.instant())
                        .setParameter("id", sessionId)
                        .executeUpdate());
    }

    /** Run by a job: ended sessions are forgotten after a month, which is long enough to look into an incident. */
    @Transactional
    public int forgetEnded(Instant now) {
        return entities.createNativeQuery("delete from session where least(expires_at, revoked_at) < :before")
                .setParameter("before", now.minus(KEPT_AFTERWARDS))
                .executeUpdate();
    }

    private void revokeWhere(String condition, Object key) {
        entities.createNativeQuery("update session set revoked_at = :now where revoked_at is null and " + condition)
                .setParameter("now", clock.instant())
                .setParameter("key", key)
                .executeUpdate();
    }

    private Secret open(Opening opening, @Nullable String userAgent) {
        var secret = Secret.random();
        entities.createNativeQuery("""
                        insert into session
                          (secret_hash, staff_id, caller_id, created_at, last_used_at, expires_at, second_factor_at, user_agent)
                        values (:hash, cast(:staff as bigint), cast(:caller as bigint), :now, :now, :expires,
                          cast(:factor as timestamptz), cast(:agent as text))""")
                .setParameter("hash", secret.hash())
                .setParameter("staff", opening.staffId())
                .setParameter("caller", opening.callerId())
                .setParameter("now", clock.instant())
                .setParameter("expires", opening.expiresAt())
                .setParameter("factor", opening.secondFactorAt())
                .setParameter("agent", shortened(userAgent))
                .executeUpdate();
        return secret;
    }

    private static @Nullable String shortened(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= LONGEST_USER_AGENT
                ? userAgent
                : userAgent.substring(0, LONGEST_USER_AGENT);
    }

    private record Opening(
            @Nullable Long staffId,
            @Nullable Long callerId,
            Instant expiresAt,
            @Nullable Instant secondFactorAt) {}
}
