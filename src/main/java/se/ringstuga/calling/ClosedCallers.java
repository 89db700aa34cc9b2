package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Callers whose evening is over while their assignment goes on (rule 35): no new claims, and time to tell of the last call. */
@ApplicationScoped
public class ClosedCallers {

    /** For how long a call that was made can still be reported on the caller's own pages. */
    public static final Duration TO_REPORT = Duration.ofMinutes(60);

    private static final NamedSql NO_MORE = NamedSql.of("""
            update caller set calls_until = :now where id = any (cast(:callers as bigint[])) and calls_until is null""");

    private static final NamedSql KEEP_DIALLED = NamedSql.of("""
            with kept as (
              update call set lease_until = greatest(lease_until, :until)
              where open_caller_id = any (cast(:callers as bigint[])) and dialled_at is not null
              returning assignment_id, person_id, lease_until)
            update call_queue_entry e set claimed_until = kept.lease_until from kept
            where e.assignment_id = kept.assignment_id and e.person_id = kept.person_id and e.claimed_until is not null""");

    private static final NamedSql END_SESSIONS = NamedSql.of("""
            update session set expires_at = least(expires_at, :until)
            where caller_id = any (cast(:callers as bigint[])) and revoked_at is null""");

    private final Sql sql;
    private final EndedClaims ended;
    private final Clock clock;

    ClosedCallers(Sql sql, EndedClaims ended, Clock clock) {
        this.sql = sql;
        this.ended = ended;
        this.clock = clock;
    }

    /** Whoever was not called yet returns to the queue; a call that was made waits 60 minutes for its report. */
    @Transactional
    public void close(List<Long> callers) {
        if (callers.isEmpty()) {
            return;
        }
        var now = clock.instant();
        sql.update(NO_MORE, Map.of("callers", callers, "now", now));
        ended.undialledOfCallers(callers);
        var until = Map.of("callers", callers, "until", now.plus(TO_REPORT));
        sql.update(KEEP_DIALLED, until);
        sql.update(END_SESSIONS, until);
    }
}
