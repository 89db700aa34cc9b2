package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Ends claims whose time ran out (rule 6). Running it twice, or on two instances at once, is harmless. */
@ApplicationScoped
public class Leases {

    private static final int BATCH = 500;

    /** An undialled one returns at its old rank; a dialled one counts as an attempt and waits for somebody to tell. */
    private static final String END = """
            with lapsed as (
              select k.id from call k where k.state = 'OPEN' and k.lease_until <= :now and %s
              order by k.id limit :batch for update skip locked),
            ended as (
              update call k set state = case when k.dialled_at is null then 'LAPSED' else 'UNREPORTED' end,
                     ended_at = :now, attempt_at = k.dialled_at
              from lapsed where k.id = lapsed.id
              returning k.id, k.assignment_id, k.person_id, k.attempt_at),
            numbers as (
              update call_number n set open = false, attempted_at = ended.attempt_at from ended where n.call_id = ended.id),
            entries as (
              update call_queue_entry e
              set claimed_until = null,
                  attempts = e.attempts + case when ended.attempt_at is null then 0 else 1 end,
                  last_attempt_at = coalesce(ended.attempt_at, e.last_attempt_at),
                  call_back_at = case when ended.attempt_at is null then e.call_back_at end,
                  call_back_caller = case when ended.attempt_at is null then e.call_back_caller end,
                  not_before = ended.attempt_at + make_interval(hours => a.cooldown_hours),
                  done_at = case when ended.attempt_at is not null and e.attempts + 1 >= a.max_attempts then :now end,
                  done_reason = case when ended.attempt_at is not null and e.attempts + 1 >= a.max_attempts
                                     then 'MAX_ATTEMPTS' end
              from ended join call_assignment a on a.id = ended.assignment_id
              where e.assignment_id = ended.assignment_id and e.person_id = ended.person_id and e.done_at is null)
            select id from ended""";

    private static final NamedSql ALL = NamedSql.of(END.formatted("true"));
    private static final NamedSql ONE = NamedSql.of(END.formatted("k.id = :call"));

    private static final NamedSql OF_CALLER = NamedSql.of(END.formatted("k.caller_id = :caller"));

    private final Sql sql;
    private final Clock clock;

    Leases(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Ends up to a batch of them and says how many there were. */
    @Transactional
    public int sweep() {
        return sql.list(ALL, Map.of("now", clock.instant(), "batch", BATCH), row -> row.number("id"))
                .size();
    }

    /** Ends this one if its time has run out. */
    @Transactional
    boolean lapse(long callId) {
        var parameters = Map.of("now", clock.instant(), "batch", 1, "call", callId);
        List<Long> ended = sql.list(ONE, parameters, row -> row.number("id"));
        return !ended.isEmpty();
    }

    /** Ends the caller's own, so that a page that is opened long after the tap asks how the call went (rule 6). */
    @Transactional
    void lapseOf(long callerId) {
        var parameters = Map.of("now", clock.instant(), "batch", BATCH, "caller", callerId);
        sql.list(OF_CALLER, parameters, row -> row.number("id"));
    }
}
