package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.Fence;

/** Messages whose attempt was begun and never told of: nobody may send them again by himself. */
@ApplicationScoped
public class UnsureMessages {

    private static final int BATCH = 1000;

    private static final NamedSql SWEEP = NamedSql.of("""
            with lost as (
              select id from message where state = 'DISPATCHING' and lease_until < :now
              order by lease_until limit :batch for update skip locked),
            swept as (
              update message m set state = 'UNKNOWN', rank = 30, code = 'INTERRUPTED', lease_until = null
              from lost where m.id = lost.id returning m.organization_id, m.id, m.attempt)
            insert into message_event (organization_id, message_id, attempt, at, source, status, code)
            select organization_id, id, attempt, :now, 'sweeper', 'UNKNOWN', 'INTERRUPTED' from swept""");

    private static final NamedSql GIVE_UP = NamedSql.of("""
            with waited as (
              select id from message where state = 'UNKNOWN' and attempt_started_at < :since
              order by attempt_started_at limit :batch for update skip locked),
            given_up as (
              update message m set state = 'FAILED', rank = :rank, code = 'NEVER_CONFIRMED', ended_at = :now
              from waited where m.id = waited.id returning m.organization_id, m.id, m.attempt)
            insert into message_event (organization_id, message_id, attempt, at, source, status, code)
            select organization_id, id, attempt, :now, 'sweeper', 'FAILED', 'NEVER_CONFIRMED' from given_up""");

    private final Sql sql;
    private final Fence fence;
    private final MessagingConfig config;
    private final Clock clock;

    UnsureMessages(Sql sql, Fence fence, MessagingConfig config, Clock clock) {
        this.sql = sql;
        this.fence = fence;
        this.config = config;
        this.clock = clock;
    }

    /** An instance that was killed leaves its calls without an answer. Says how many there were, at most one batch. */
    @Transactional
    public int sweep() {
        return sql.update(SWEEP, Map.of("now", clock.instant(), "batch", BATCH));
    }

    /** After so long no provider tells any more; a proof that comes later still counts. Not in a copy, which was told nothing. */
    @Transactional
    public int giveUp() {
        if (!fence.mayAct()) {
            return 0;
        }
        var now = clock.instant();
        return sql.update(
                GIVE_UP,
                Map.of(
                        "now",
                        now,
                        "since",
                        now.minus(config.reconcileAfter()),
                        "rank",
                        MessageState.RANK_NEVER_CONFIRMED,
                        "batch",
                        BATCH));
    }
}
