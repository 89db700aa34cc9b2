package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Moves the person's entry as the outcome's plan says, and puts it back as it was when a report is taken back. */
@ApplicationScoped
class QueueAfterReport {

    /** A claim that somebody else has on the person by now (after a late report) stays theirs. */
    private static final String OTHERS_LEASE = """
            (select max(o.lease_until) from call o where o.open_person_id = :person
               and o.assignment_id = :assignment and o.id <> :call)""";

    /** What a person has said in any call stays, whoever reports first. */
    private static final String SAID = "e.done_reason in ('DECLINED', 'DO_NOT_CALL', 'STOPPED')";

    private static final String LAST_ATTEMPT =
            "e.attempts + :attempts >= :most and cast(:call_back_at as timestamptz) is null and not "
                    + SurveyPromises.WAITED_FOR;

    /** The goal is asked for in the same statement: the report that was just written may have met it. */
    private static final String DECIDED = """
            with decided as materialized (
              select {dial} as phone,
                     coalesce(cast(:done_reason as text), case when {goal} then 'GOAL' end) as reason
              from person p where p.id = :person)
            update call_queue_entry e
            """.replace("{dial}", DialSql.FIRST);

    private static final String MOVE = DECIDED
            + """
            set claimed_until = %s, attempts = greatest(e.attempts + :attempts, 0),
                last_attempt_at = coalesce(cast(:attempt_at as timestamptz), e.last_attempt_at),
                not_before = case when cast(:call_back_at as timestamptz) is null then greatest(cast(:not_before as timestamptz), %s)
                                  else cast(:not_before as timestamptz) end,
                call_back_at = cast(:call_back_at as timestamptz),
                call_back_caller = cast(:call_back_caller as bigint),
                blocked_at = case when :blocked then :now else e.blocked_at end,
                done_at = case when d.reason is not null then :now when %s then e.done_at when %s then :now end,
                done_reason = coalesce(d.reason, case when %s then e.done_reason when %s then 'MAX_ATTEMPTS' end),
                phone = d.phone
            from decided d
            where e.assignment_id = :assignment and e.person_id = :person""".formatted(OTHERS_LEASE, SurveyPromises.WAITED_FOR_UNTIL, SAID, LAST_ATTEMPT, SAID, LAST_ATTEMPT);

    /** Of a call that somebody has called after: when to call next is that newer call's word, an end is everybody's. */
    private static final String ADD = DECIDED + """
            set attempts = greatest(e.attempts + :attempts, 0),
                last_attempt_at = greatest(e.last_attempt_at, cast(:attempt_at as timestamptz)),
                blocked_at = case when :blocked then :now else e.blocked_at end,
                done_at = case when d.reason is null then e.done_at else coalesce(e.done_at, :now) end,
                done_reason = coalesce(d.reason, e.done_reason)
            from decided d
            where e.assignment_id = :assignment and e.person_id = :person""";

    private static final NamedSql RESTORE = NamedSql.of("""
            update call_queue_entry e
            set claimed_until = cast(:claimed_until as timestamptz), attempts = b.attempts, last_attempt_at = b.last_attempt_at,
                not_before = b.not_before, call_back_at = b.call_back_at, call_back_caller = b.call_back_caller,
                blocked_at = b.blocked_at, done_at = b.done_at, done_reason = b.done_reason,
                phone = (select {dial} from person p where p.id = e.person_id)
            from jsonb_to_record(cast(:before as jsonb)) as b(attempts int, last_attempt_at timestamptz, not_before timestamptz,
              call_back_at timestamptz, call_back_caller bigint, blocked_at timestamptz, done_at timestamptz, done_reason text)
            where e.assignment_id = :assignment and e.person_id = :person""".replace("{dial}", DialSql.FIRST));

    private static final NamedSql NEWER = NamedSql.of("""
            select k.id from call k where k.assignment_id = :assignment and k.person_id = :person and k.id <> :call
              and (k.state in ('REPORTED', 'UNREPORTED') or (k.state = 'OPEN' and k.dialled_at is not null))
              and k.claimed_at >= cast(:ended_at as timestamptz) limit 1""");

    private final Sql sql;
    private final Clock clock;

    QueueAfterReport(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The assignment, and when and where it is asked. */
    record Under(Definition definition, Definition.Moment moment) {}

    /**
     * The call as an attempt.
     *
     * @param calledAt when it took place
     * @param counted whether the entry counts it already
     * @param latest whether nobody has called the person here since
     */
    record Attempt(Instant calledAt, boolean counted, boolean latest) {}

    void move(CallRow call, CallReport report, Under under, Attempt attempt) {
        var plan = RequeuePlan.of(report);
        var calledAt = attempt.calledAt();
        var definition = under.definition();
        var callBack = report.callBackAt();
        var goal = definition.goalMet(under.moment());
        var parameters = new HashMap<>(goal.parameters());
        parameters.putAll(key(call));
        parameters.put("attempts", (plan.countsAsAttempt() ? 1 : 0) - (attempt.counted() ? 1 : 0));
        parameters.put("attempt_at", plan.countsAsAttempt() ? calledAt : null);
        parameters.put("not_before", plan.notBefore(calledAt, definition.coolDown(), callBack));
        parameters.put("call_back_at", callBack);
        parameters.put("call_back_caller", Boolean.TRUE.equals(report.callBackBySameCaller()) ? call.callerId() : null);
        parameters.put("blocked", plan.organizerDecides());
        parameters.put("most", definition.maxAttempts());
        parameters.put("done_reason", doneReason(report));
        var statement = attempt.latest() ? MOVE : ADD;
        sql.update(sql.statement(statement.replace("{goal}", goal.sql())), parameters);
    }

    /**
     * Puts the entry back.
     *
     * @param claimedUntil the lease when the claim is open again, null when it stays ended
     */
    void restore(CallRow call, String before, @Nullable Instant claimedUntil) {
        var parameters = key(call);
        parameters.put("before", before);
        parameters.put("claimed_until", claimedUntil);
        sql.update(RESTORE, parameters);
    }

    /** Whether somebody has called the person here since: then the entry tells of that and is left alone. */
    boolean calledSince(CallRow call) {
        if (call.state() == CallState.OPEN) {
            return false;
        }
        var parameters = key(call);
        parameters.put("ended_at", call.endedAt());
        return sql.first(NEWER, parameters, row -> row.number("id")).isPresent();
    }

    /** What ends the person's stay by itself, whatever the goal. */
    private static @Nullable String doneReason(CallReport report) {
        if (RequeuePlan.of(report).ends()) {
            return report.requiredOutcome().name();
        }
        return report.personFact() != null && report.personFact().stopsEverything() ? "STOPPED" : null;
    }

    private Map<String, Object> key(CallRow call) {
        var parameters = new HashMap<String, Object>();
        parameters.put("assignment", call.assignmentId());
        parameters.put("person", call.personId());
        parameters.put("call", call.id());
        parameters.put("now", clock.instant());
        return parameters;
    }
}
