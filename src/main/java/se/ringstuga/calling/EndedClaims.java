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

    /**
     * An undialled one returns at its old rank; a dialled one counts as an attempt and waits for somebody to tell. What is
     * done stays done.
     */
    private static final String END = """
            with going as (select k.id from call k where k.open_person_id is not null and {which} {locked}),
            ended as (
              update call k set state = {state}, ended_at = :now, attempt_at = k.dialled_at
              from going where k.id = going.id
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
                  done_at = case when e.done_at is null and ended.attempt_at is not null
                                  and e.attempts + 1 >= a.max_attempts then :now else e.done_at end,
                  done_reason = case when e.done_at is null and ended.attempt_at is not null
                                      and e.attempts + 1 >= a.max_attempts then 'MAX_ATTEMPTS' else e.done_reason end
              from ended join call_assignment a on a.id = ended.assignment_id
              where e.assignment_id = ended.assignment_id and e.person_id = ended.person_id)
            select id from ended""";

    private static final String IN_ORDER = "order by k.id for update";

    private static final NamedSql UNDIALLED_OF_ASSIGNMENT =
            ending("k.assignment_id = :assignment and k.dialled_at is null", IN_ORDER, ":state");
    private static final NamedSql UNDIALLED_OF_CALLER =
            ending("k.open_caller_id = :caller and k.dialled_at is null", IN_ORDER, ":state");
    private static final NamedSql UNDIALLED_OF_CALLERS =
            ending("k.open_caller_id = any (cast(:callers as bigint[])) and k.dialled_at is null", IN_ORDER, ":state");
    private static final NamedSql DIALLED_OF_CALLER =
            ending("k.open_caller_id = :caller and k.dialled_at is not null", IN_ORDER, ":state");
    private static final NamedSql UNDIALLED_OF_PERSON = ending(
            "k.open_person_id = any (cast(:people as bigint[])) and k.dialled_at is null and k.id <> :but",
            IN_ORDER,
            ":state");
    private static final NamedSql PROTECTED =
            ending("k.id = :call", IN_ORDER, "case when k.dialled_at is null then 'ENDED' else 'UNREPORTED' end");
    private static final NamedSql UNDIALLED = ending("k.id = :call and k.dialled_at is null", IN_ORDER, ":state");

    private final Sql sql;
    private final Clock clock;

    EndedClaims(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The statement that ends open calls {@code k}.
     *
     * @param state what becomes of each, in SQL
     */
    static NamedSql ending(String which, String locked, String state) {
        return NamedSql.of(
                END.replace("{which}", which).replace("{locked}", locked).replace("{state}", state));
    }

    void undialledOf(long assignmentId) {
        run(UNDIALLED_OF_ASSIGNMENT, CallState.LAPSED, Map.of("assignment", assignmentId));
    }

    /** The volunteer stops: whoever was not called goes back. */
    void undialledOfCaller(long callerId) {
        run(UNDIALLED_OF_CALLER, CallState.LAPSED, Map.of("caller", callerId));
    }

    /** The same for everybody whose evening is over. */
    void undialledOfCallers(List<Long> callers) {
        run(UNDIALLED_OF_CALLERS, CallState.LAPSED, Map.of("callers", callers));
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

    /** The person may no longer be called, or not now. */
    void undialled(long callId, ClaimRefusal why) {
        run(UNDIALLED, why.ends(), Map.of("call", callId));
    }

    /** The person got a protected identity meanwhile: no page shows them, and a call that was made may still be reported. */
    void ofProtected(long callId) {
        sql.list(PROTECTED, Map.of("call", callId, "now", clock.instant()), row -> row.number("id"));
    }

    private void run(NamedSql statement, CallState state, Map<String, ? extends @Nullable Object> which) {
        var parameters = new HashMap<String, @Nullable Object>(which);
        parameters.put("now", clock.instant());
        parameters.put("state", state);
        sql.list(statement, parameters, row -> row.number("id"));
    }
}
