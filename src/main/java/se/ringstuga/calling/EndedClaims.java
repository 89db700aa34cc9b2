package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Ends open claims from outside: a closed assignment, a removed caller, a person who has just been reported by another. */
@ApplicationScoped
class EndedClaims {

    private static final String END = """
            with ended as (
              update call k set state = :state, ended_at = :now, attempt_at = %s
              where k.id in (select o.id from call o where o.state = 'OPEN' and %s order by o.id for update)
              returning k.id, k.assignment_id, k.person_id, k.attempt_at),
            numbers as (
              update call_number n set open = false, attempted_at = ended.attempt_at from ended where n.call_id = ended.id),
            entries as (
              update call_queue_entry e
              set claimed_until = null,
                  attempts = e.attempts + case when ended.attempt_at is null then 0 else 1 end,
                  last_attempt_at = coalesce(ended.attempt_at, e.last_attempt_at),
                  not_before = ended.attempt_at + make_interval(hours => a.cooldown_hours)
              from ended join call_assignment a on a.id = ended.assignment_id
              where e.assignment_id = ended.assignment_id and e.person_id = ended.person_id and e.done_at is null)
            select id from ended""";

    private static final NamedSql UNDIALLED_OF_ASSIGNMENT =
            NamedSql.of(END.formatted("null", "o.assignment_id = :assignment and o.dialled_at is null"));
    private static final NamedSql UNDIALLED_OF_CALLER =
            NamedSql.of(END.formatted("null", "o.caller_id = :caller and o.dialled_at is null"));
    private static final NamedSql DIALLED_OF_CALLER =
            NamedSql.of(END.formatted("k.dialled_at", "o.caller_id = :caller and o.dialled_at is not null"));
    private static final NamedSql UNDIALLED_OF_PERSON = NamedSql.of(END.formatted(
            "null", "o.person_id = any (cast(:people as bigint[])) and o.dialled_at is null and o.id <> :but"));

    private final Sql sql;
    private final Clock clock;

    EndedClaims(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void undialledOf(long assignmentId) {
        run(UNDIALLED_OF_ASSIGNMENT, CallState.LAPSED, Map.of("assignment", assignmentId));
    }

    /** The volunteer stops: whoever was not called goes back. */
    void undialledOfCaller(long callerId) {
        run(UNDIALLED_OF_CALLER, CallState.LAPSED, Map.of("caller", callerId));
    }

    /** Access ends at once: dialled claims become unreported (rule 35). */
    void allOfCaller(long callerId) {
        undialledOfCaller(callerId);
        run(DIALLED_OF_CALLER, CallState.UNREPORTED, Map.of("caller", callerId));
    }

    /** Nobody else should call these people now; whoever already talks to one is not cut off. */
    void undialledOfPeople(List<Long> people, long butCall) {
        run(UNDIALLED_OF_PERSON, CallState.ENDED, Map.of("people", people, "but", butCall));
    }

    private void run(NamedSql statement, CallState state, Map<String, ? extends @Nullable Object> which) {
        var parameters = new HashMap<String, @Nullable Object>(which);
        parameters.put("now", clock.instant());
        parameters.put("state", state);
        sql.list(statement, parameters, row -> row.number("id"));
    }
}
