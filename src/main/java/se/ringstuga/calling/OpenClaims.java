package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.NotFound;

/** What a caller does with an open claim before reporting it. */
@ApplicationScoped
class OpenClaims {

    private static final Duration NOTES_SHOWN = Duration.ofDays(365);

    private static final String OWN =
            " organization_id = :organization and (cast(:own as bigint) is null or caller_id = :own)";

    private static final NamedSql FIND = NamedSql.of(
            "select id from call where caller_id = :caller and state = 'OPEN' and lease_until > :now and" + OWN);

    private static final NamedSql LOCK = NamedSql.of(
            "select id, assignment_id, person_id, state, lease_until, dialled_at from call where id = :call and" + OWN
                    + " for update");

    private static final NamedSql EXTEND = NamedSql.of("""
            with extended as (
              update call set dialled_at = case when :dialled then coalesce(dialled_at, :now) else dialled_at end,
                     lease_until = greatest(lease_until, :lease)
              where id = :call returning assignment_id, person_id, lease_until)
            update call_queue_entry e set claimed_until = extended.lease_until from extended
            where e.assignment_id = extended.assignment_id and e.person_id = extended.person_id
              and e.claimed_until is not null""");

    /** Also of a dialled claim that lapsed, when the caller says that nobody was called after all. */
    private static final NamedSql GIVE_BACK = NamedSql.of("""
            with given as (
              update call k set state = 'SKIPPED', skip_reason = :reason, ended_at = :now, attempt_at = null
              from call former where k.id = :call and former.id = k.id
              returning k.id, k.assignment_id, k.person_id, former.state as was),
            numbers as (
              update call_number n set open = false, attempted_at = null from given where n.call_id = given.id)
            update call_queue_entry e
            set claimed_until = null,
                not_before = case when given.was = 'OPEN' then e.not_before end,
                attempts = case when given.was = 'OPEN' then e.attempts else greatest(e.attempts - 1, 0) end,
                done_at = case when e.done_reason = 'MAX_ATTEMPTS' then null else e.done_at end,
                done_reason = nullif(e.done_reason, 'MAX_ATTEMPTS')
            from given where e.assignment_id = given.assignment_id and e.person_id = given.person_id""");

    private final Sql sql;
    private final Definitions definitions;
    private final ClaimViews views;
    private final Leases leases;
    private final AccessLog accessLog;
    private final CallingConfig config;
    private final Clock clock;

    OpenClaims(
            Sql sql,
            Definitions definitions,
            ClaimViews views,
            Leases leases,
            AccessLog accessLog,
            CallingConfig config,
            Clock clock) {
        this.sql = sql;
        this.definitions = definitions;
        this.views = views;
        this.leases = leases;
        this.accessLog = accessLog;
        this.config = config;
        this.clock = clock;
    }

    private record Held(long id, long assignmentId, long personId, CallState state, boolean dialled, boolean over) {}

    @Transactional
    Optional<ClaimView> find(CallScope scope, long callerId) {
        var parameters = scoped(scope);
        parameters.put("caller", callerId);
        parameters.put("now", clock.instant());
        return sql.first(FIND, parameters, row -> row.number("id")).map(call -> view(scope, held(scope, call)));
    }

    @Transactional
    ClaimView show(CallScope scope, long callId) {
        return view(scope, held(scope, callId));
    }

    @Transactional(dontRollbackOn = ClaimEnded.class)
    ClaimView dialled(CallScope scope, long callId) {
        var held = open(scope, callId);
        extend(held, true);
        log(scope, held, "call.number-shown");
        return view(scope, held);
    }

    @Transactional(dontRollbackOn = ClaimEnded.class)
    ClaimView renew(CallScope scope, long callId) {
        var held = open(scope, callId);
        extend(held, held.dialled());
        return view(scope, held);
    }

    @Transactional
    void skip(CallScope scope, long callId, @Nullable SkipReason reason) {
        var held = held(scope, callId);
        switch (held.state()) {
            case OPEN, UNREPORTED -> {
                var parameters = new HashMap<String, Object>(Map.of("call", callId, "now", clock.instant()));
                parameters.put("reason", reason);
                sql.update(GIVE_BACK, parameters);
            }
            case SKIPPED, LAPSED, ENDED -> {}
            case REPORTED -> throw new ClaimEnded(callId, held.state());
        }
    }

    private Held open(CallScope scope, long callId) {
        var held = held(scope, callId);
        if (held.state() == CallState.OPEN && !held.over()) {
            return held;
        }
        leases.lapse(callId);
        throw new ClaimEnded(callId, held(scope, callId).state());
    }

    private Held held(CallScope scope, long callId) {
        var parameters = scoped(scope);
        parameters.put("call", callId);
        return sql.first(LOCK, parameters, this::held).orElseThrow(NotFound::new);
    }

    private Held held(Row row) {
        return new Held(
                row.number("id"),
                row.number("assignment_id"),
                row.number("person_id"),
                CallState.valueOf(row.text("state")),
                row.instantOrNull("dialled_at") != null,
                !row.instant("lease_until").isAfter(clock.instant()));
    }

    private void extend(Held held, boolean dialled) {
        var now = clock.instant();
        var lease = now.plus(dialled ? config.dialledLease() : config.undialledLease());
        sql.update(EXTEND, Map.of("call", held.id(), "dialled", dialled, "now", now, "lease", lease));
    }

    private ClaimView view(CallScope scope, Held held) {
        var definition = definitions.current(held.assignmentId()).orElseThrow();
        var parameters = new HashMap<String, Object>();
        parameters.put("call", held.id());
        parameters.put("survey", definition.surveyId());
        parameters.put("notes_since", clock.instant().minus(NOTES_SHOWN));
        log(scope, held, "call.read");
        return sql.first(ClaimSql.SHOW, parameters, row -> views.of(row, definition))
                .orElseThrow();
    }

    private void log(CallScope scope, Held held, String action) {
        accessLog.record(
                scope.organizationId(),
                scope.actor(),
                new AccessLog.Entry(action, "assignment:" + held.assignmentId(), List.of(held.personId())));
    }

    private static Map<String, Object> scoped(CallScope scope) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organization", scope.organizationId());
        parameters.put("own", scope.callerId());
        return parameters;
    }
}
