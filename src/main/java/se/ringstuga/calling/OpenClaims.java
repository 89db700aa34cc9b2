package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
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

    private static final String OWN =
            " organization_id = :organization and (cast(:own as bigint) is null or caller_id = :own)";

    private static final NamedSql FIND =
            NamedSql.of("select id from call where open_caller_id = :caller and lease_until > :now and" + OWN);

    private static final NamedSql LOCK = NamedSql.of("""
            select id, assignment_id, person_id, state, claimed_at, lease_until, dialled_at, ended_at,
                   (select p.restricted_at is not null from person p where p.id = person_id) as restricted
            from call where id = :call and""" + OWN + " for update");

    /** What a caller may still read on the own pages after it ended: for a day, if the number was shown. */
    private static final NamedSql OWN_LATELY = NamedSql.of("""
            select k.id from call k join person p on p.id = k.person_id
            where k.id = :call and k.organization_id = :organization and k.caller_id = cast(:own as bigint)
              and (k.state = 'OPEN' or k.dialled_at is not null) and coalesce(k.ended_at, k.lease_until) > :since
              and p.restricted_at is null""");

    private static final NamedSql EXTEND = NamedSql.of("""
            with extended as (
              update call set dialled_at = case when :dialled then coalesce(dialled_at, :now) else dialled_at end,
                     lease_until = greatest(lease_until, :lease)
              where id = :call returning assignment_id, person_id, lease_until)
            update call_queue_entry e set claimed_until = extended.lease_until from extended
            where e.assignment_id = extended.assignment_id and e.person_id = extended.person_id
              and e.claimed_until is not null""");

    /**
     * Also of a dialled claim that lapsed, when the caller says that nobody was called after all. What somebody who called
     * since has found stays, but for the attempt.
     */
    private static final NamedSql GIVE_BACK = NamedSql.of("""
            with given as (
              update call k set state = 'SKIPPED', skip_reason = :reason, ended_at = :now, attempt_at = null
              from call former where k.id = :call and former.id = k.id
              returning k.id, k.assignment_id, k.person_id, former.state as was,
                        former.state <> 'OPEN' and exists (
                          select from call o where o.person_id = k.person_id and o.assignment_id = k.assignment_id
                            and o.id <> k.id and o.claimed_at >= former.ended_at
                            and o.state in ('OPEN', 'REPORTED', 'UNREPORTED')) as called_since),
            numbers as (
              update call_number n set open = false, attempted_at = null from given where n.call_id = given.id)
            update call_queue_entry e
            set claimed_until = case when given.called_since then e.claimed_until end,
                not_before = case when given.called_since or given.was = 'OPEN' then e.not_before end,
                attempts = case when given.was = 'OPEN' then e.attempts else greatest(e.attempts - 1, 0) end,
                done_at = case when e.done_reason = 'MAX_ATTEMPTS' then null else e.done_at end,
                done_reason = nullif(e.done_reason, 'MAX_ATTEMPTS')
            from given where e.assignment_id = given.assignment_id and e.person_id = given.person_id""");

    private final Sql sql;
    private final Definitions definitions;
    private final ClaimTruth truth;
    private final Leases leases;
    private final EndedClaims ended;
    private final StillAllowed stillAllowed;
    private final AccessLog accessLog;
    private final CallingConfig config;
    private final Clock clock;

    OpenClaims(
            Sql sql,
            Definitions definitions,
            ClaimTruth truth,
            Leases leases,
            EndedClaims ended,
            StillAllowed stillAllowed,
            AccessLog accessLog,
            CallingConfig config,
            Clock clock) {
        this.sql = sql;
        this.definitions = definitions;
        this.truth = truth;
        this.leases = leases;
        this.ended = ended;
        this.stillAllowed = stillAllowed;
        this.accessLog = accessLog;
        this.config = config;
        this.clock = clock;
    }

    private record Held(
            long id,
            long assignmentId,
            long personId,
            CallState state,
            Instant claimedAt,
            boolean dialled,
            boolean over,
            boolean restricted,
            @Nullable Instant endedAt) {

        /** What a claim on somebody who was protected meanwhile has become for its caller (rule 5). */
        CallState seen() {
            if (state != CallState.OPEN || !restricted) {
                return state;
            }
            return dialled ? CallState.UNREPORTED : CallState.ENDED;
        }

        boolean endedBefore(Instant then) {
            return endedAt != null && endedAt.isBefore(then);
        }
    }

    @Transactional
    Optional<ClaimView> find(CallScope scope, long callerId) {
        var parameters = scoped(scope);
        parameters.put("caller", callerId);
        parameters.put("now", clock.instant());
        return sql.first(FIND, parameters, row -> row.number("id")).flatMap(call -> stillOpen(scope, call));
    }

    /** Empty when it was reported or given back while this waited for it, or the person has been protected since. */
    @Transactional
    Optional<ClaimView> stillOpen(CallScope scope, long callId) {
        var held = held(scope, callId);
        if (held.state() == CallState.OPEN && held.restricted()) {
            ended.ofProtected(callId);
        }
        return held.seen() == CallState.OPEN ? Optional.of(view(scope, held)) : Optional.empty();
    }

    /** @throws ClaimEnded when it is not open: whom somebody has called once is not there to be looked up */
    @Transactional
    ClaimView show(CallScope scope, long callId) {
        var held = held(scope, callId);
        if (held.seen() != CallState.OPEN) {
            throw new ClaimEnded(callId, held.seen());
        }
        return view(scope, held);
    }

    /** For the caller's own page, which tells of a call afterwards. */
    @Transactional
    ClaimView showAfterwards(CallScope scope, long callId) {
        var parameters = scoped(scope);
        parameters.put("call", callId);
        parameters.put("since", clock.instant().minus(config.lateReports()));
        var own = sql.first(OWN_LATELY, parameters, row -> row.number("id")).orElseThrow(NotFound::new);
        return view(scope, held(scope, own));
    }

    @Transactional(dontRollbackOn = ClaimEnded.class)
    ClaimView dialled(CallScope scope, long callId) {
        var held = open(scope, callId);
        if (!held.dialled()) {
            stillAllowed.refusal(held.assignmentId(), held.personId()).ifPresent(why -> {
                ended.undialled(callId, why);
                throw new ClaimEnded(callId, why);
            });
        }
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
                if (held.endedBefore(clock.instant().minus(config.lateReports()))) {
                    throw new ClaimEnded(callId, held.state());
                }
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
        if (held.seen() == CallState.OPEN && !held.over()) {
            return held;
        }
        if (held.restricted()) {
            ended.ofProtected(callId);
        } else {
            leases.lapse(callId);
        }
        throw ended(held(scope, callId));
    }

    /** Whoever was returned by a pause is told of the pause: nobody had them too long. */
    private ClaimEnded ended(Held held) {
        if (held.state() == CallState.LAPSED && !held.dialled()) {
            var why = stillAllowed.refusal(held.assignmentId(), held.personId());
            if (why.filter(ClaimRefusal.PAUSED::equals).isPresent()) {
                return new ClaimEnded(held.id(), ClaimRefusal.PAUSED);
            }
        }
        return new ClaimEnded(held.id(), held.state());
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
                row.instant("claimed_at"),
                row.instantOrNull("dialled_at") != null,
                !row.instant("lease_until").isAfter(clock.instant()),
                row.is("restricted"),
                row.instantOrNull("ended_at"));
    }

    private void extend(Held held, boolean dialled) {
        var now = clock.instant();
        var lease = dialled ? now.plus(config.dialledLease()) : undialledLease(held, now);
        sql.update(EXTEND, Map.of("call", held.id(), "dialled", dialled, "now", now, "lease", lease));
    }

    private Instant undialledLease(Held held, Instant now) {
        var wanted = now.plus(config.undialledLease());
        var atMost = held.claimedAt().plus(config.undialledAtMost());
        return wanted.isBefore(atMost) ? wanted : atMost;
    }

    private ClaimView view(CallScope scope, Held held) {
        var definition = definitions.current(held.assignmentId()).orElseThrow().asOf(held.claimedAt());
        log(scope, held, "call.read");
        return truth.show(definition, held.id());
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
