package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Puts back what has waited long enough, and puts aside what a claim found not to be ready after all. */
@ApplicationScoped
public class QueueUpkeep {

    private static final int BATCH = 2000;
    private static final int KEPT = 5000;
    private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(5);
    private static final Duration BUSY = Duration.ofMinutes(2);

    private static final String WAKE = """
            update call_queue_entry e set not_before = null
            from (select w.assignment_id, w.person_id from call_queue_entry w
                  where w.not_before <= :now and w.done_at is null and %s
                  order by w.assignment_id, w.not_before limit :batch for update skip locked) woken
            where e.assignment_id = woken.assignment_id and e.person_id = woken.person_id""";

    private static final NamedSql WAKE_ALL = NamedSql.of(WAKE.formatted("true"));
    private static final NamedSql WAKE_ONE = NamedSql.of(WAKE.formatted("w.assignment_id = :assignment"));

    /** Only when somebody really holds the person or a number: the same caller asking twice at once is no reason. */
    private static final NamedSql BUSY_ELSEWHERE = NamedSql.of("""
            update call_queue_entry e set not_before = :until from person p, call_assignment a
            where e.assignment_id = :assignment and e.person_id = :person and e.claimed_until is null and e.done_at is null
              and e.not_before is null and p.id = e.person_id and a.id = e.assignment_id
              and (exists (select from call k where k.open_person_id = p.id)
                   or exists (select from call_number n where n.open and n.root_id = a.root_id
                                and n.phone = any (array[p.phone, p.alt_phone])))""");

    /** All numbers turned out to be wrong since the entry was written. */
    private static final NamedSql WITHOUT_NUMBER = NamedSql.of("""
            update call_queue_entry e set phone = null from person p
            where e.assignment_id = :assignment and e.person_id = :person and e.claimed_until is null and p.id = e.person_id
              and %s is null""".formatted(DialSql.FIRST));

    private static final NamedSql POSTPONE = NamedSql.of("""
            update call_queue_entry
            set not_before = :until, capped_until = case when :capped then cast(:until as timestamptz) end
            where assignment_id = :assignment and person_id = :person and claimed_until is null and done_at is null""");

    private static final NamedSql DROP = NamedSql.of("""
            update call_queue_entry set done_at = :now, done_reason = :reason
            where assignment_id = :assignment and person_id = :person and claimed_until is null and done_at is null""");

    private final Sql sql;
    private final Leases leases;
    private final Clock clock;
    private final Map<Long, Instant> lastDone = new ConcurrentHashMap<>();

    QueueUpkeep(Sql sql, Leases leases, Clock clock) {
        this.sql = sql;
        this.leases = leases;
        this.clock = clock;
    }

    /** Wakes everybody whose wait is over, in all assignments; says how many, at most one batch. */
    @Transactional
    public int wake() {
        return sql.update(WAKE_ALL, Map.of("now", clock.instant(), "batch", BATCH));
    }

    /** Before a claim: so that a due call-back comes first, without every claim paying for it. */
    void sometimes(long assignmentId) {
        var now = clock.instant();
        var last = lastDone.get(assignmentId);
        if (last == null || Duration.between(last, now).abs().compareTo(OFTEN_ENOUGH) >= 0) {
            if (lastDone.size() > KEPT) {
                lastDone.clear();
            }
            lastDone.put(assignmentId, now);
            now(assignmentId);
        }
    }

    /** Says whether anything may have become ready. */
    @Transactional
    boolean now(long assignmentId) {
        var lapsed = leases.sweep();
        var woken = sql.update(WAKE_ONE, Map.of("now", clock.instant(), "batch", BATCH, "assignment", assignmentId));
        return lapsed + woken > 0;
    }

    @Transactional
    void putAside(long assignmentId, ClaimAttempt.Result.Busy busy) {
        sql.update(WITHOUT_NUMBER, Map.of("assignment", assignmentId, "person", busy.personId()));
        sql.update(
                BUSY_ELSEWHERE,
                Map.of(
                        "assignment", assignmentId,
                        "person", busy.personId(),
                        "until", clock.instant().plus(BUSY)));
    }

    @Transactional
    void putAside(long assignmentId, ClaimAttempt.Result.Refused refused) {
        sql.update(
                DROP,
                Map.of(
                        "assignment", assignmentId,
                        "person", refused.personId(),
                        "now", clock.instant(),
                        "reason", refused.reason()));
    }

    @Transactional
    void putAside(long assignmentId, ClaimAttempt.Result.Waits waits) {
        sql.update(
                POSTPONE,
                Map.of(
                        "assignment", assignmentId,
                        "person", waits.personId(),
                        "until", waits.until(),
                        "capped", waits.weeklyCap()));
    }
}
