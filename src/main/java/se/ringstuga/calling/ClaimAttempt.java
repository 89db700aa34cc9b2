package se.ringstuga.calling;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.ContactPolicy;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Problem;

/** One transaction that hands out the next person, or nobody. */
@ApplicationScoped
class ClaimAttempt {

    private static final Duration NOTES_SHOWN = Duration.ofDays(365);
    private static final int KEPT_STATEMENTS = 2000;

    private final Sql sql;
    private final Definitions definitions;
    private final ContactPolicy policy;
    private final ClaimViews views;
    private final ClaimSecrets secrets;
    private final CallingConfig config;
    private final Clock clock;
    private final Map<String, NamedSql> statements = new ConcurrentHashMap<>();

    ClaimAttempt(
            Sql sql,
            Definitions definitions,
            ContactPolicy policy,
            ClaimViews views,
            ClaimSecrets secrets,
            CallingConfig config,
            Clock clock) {
        this.sql = sql;
        this.definitions = definitions;
        this.policy = policy;
        this.views = views;
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
    }

    /** What came of it. Everything but {@link Taken} and {@link HasOpen} was rolled back. */
    sealed interface Result {

        record Taken(ClaimView claim) implements Result {}

        /** The caller already has a claim. */
        record HasOpen(long callId) implements Result {}

        /** Somebody else holds the person or a number right now. */
        record Busy(long personId) implements Result {}

        /** The person is not to be called: for now, or here at all. */
        record Refused(
                long personId,
                @Nullable String reason,
                @Nullable Instant until) implements Result {}

        /** Nobody is ready, or nobody may be called at this hour. */
        record Nobody(Gate gate) implements Result {}
    }

    /**
     * @param tried whom this request has tried already
     * @param patient waits for others who are just taking somebody, instead of passing by
     * @param skipsSince people whom the caller passed on after this are not offered
     */
    record Wish(
            CallScope scope,
            long assignmentId,
            long callerId,
            Collection<Long> tried,
            Instant skipsSince,
            boolean patient) {}

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Result run(Wish wish) {
        var result = attempt(wish);
        if (!(result instanceof Result.Taken)) {
            QuarkusTransaction.setRollbackOnly();
        }
        return result;
    }

    private Result attempt(Wish wish) {
        var now = clock.instant();
        var statement = wish.patient() ? ClaimSql.TAKE_WAITING : ClaimSql.TAKE;
        var taken = sql.first(statement, parameters(wish, now), Pick::of).orElseThrow(NotFound::new);
        var gate = taken.gate();
        if (!gate.callerExists()) {
            throw unknown(wish);
        }
        if (!gate.callerRemoved() && gate.openCall() != null) {
            return new Result.HasOpen(gate.openCall());
        }
        gate.requireOpen();
        if (taken.candidate() == null || !gate.window().open(now)) {
            return new Result.Nobody(gate);
        }
        if (taken.callId() == null || !taken.numbersFree()) {
            return new Result.Busy(taken.candidate());
        }
        return truth(gate, taken.callId(), now);
    }

    /** A tool named the caller in its request; a page is somebody's own. */
    private static Problem unknown(Wish wish) {
        return wish.scope().page()
                ? new NotFound()
                : new InvalidInput("callerId", "there is no caller " + wish.callerId() + " in this assignment");
    }

    private Result truth(Gate gate, long callId, Instant now) {
        var definition = definitions.of(gate.assignmentId(), gate.revision());
        var conditions = definition.conditions(policy, gate.moment(now));
        var parameters = new HashMap<>(conditions.parameters());
        parameters.put("call", callId);
        parameters.put("survey", definition.surveyId());
        parameters.put("notes_since", now.minus(NOTES_SHOWN));
        return sql.first(statement(ClaimSql.truth(conditions)), parameters, row -> judge(row, definition))
                .orElseThrow();
    }

    /** A call-back the person asked for overrides the cool-down, never the rest (rule 12). */
    private Result judge(Row row, Definition definition) {
        var refusal = row.textOrNull("refusal");
        var last = row.instantOrNull("last_attempt");
        var person = row.number("person_id");
        if (refusal != null) {
            return new Result.Refused(person, refusal, null);
        }
        if (last != null && row.instantOrNull("call_back_at") == null) {
            return new Result.Refused(person, null, last.plus(definition.coolDown()));
        }
        return new Result.Taken(views.of(row, definition));
    }

    private Map<String, Object> parameters(Wish wish, Instant now) {
        var page = wish.scope().page();
        var parameters = new HashMap<String, Object>();
        parameters.put("now", now);
        parameters.put("assignment", wish.assignmentId());
        parameters.put("organization", wish.scope().organizationId());
        parameters.put("caller", wish.callerId());
        parameters.put("tried", wish.tried());
        parameters.put("skips_since", wish.skipsSince());
        parameters.put("reserved_since", now.minus(config.callBackReserved()));
        parameters.put("lease", now.plus(page ? config.undialledLease() : config.dialledLease()));
        parameters.put("dialled", page ? null : now);
        parameters.put("nonce", secrets.nonce());
        parameters.put("actor", wish.scope().actor().toString());
        return parameters;
    }

    /** Filters of one shape give the same text, so few are kept; the bound only guards against the unforeseen. */
    private NamedSql statement(String text) {
        if (statements.size() > KEPT_STATEMENTS) {
            statements.clear();
        }
        return Objects.requireNonNull(statements.computeIfAbsent(text, NamedSql::of));
    }

    private record Pick(
            Gate gate, @Nullable Long candidate, @Nullable Long callId, boolean numbersFree) {

        static Pick of(Row row) {
            return new Pick(
                    Gate.of(row), row.numberOrNull("candidate"), row.numberOrNull("call_id"), row.is("numbers_free"));
        }
    }
}
