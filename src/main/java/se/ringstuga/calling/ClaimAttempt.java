package se.ringstuga.calling;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Problem;
import se.ringstuga.organizations.ClosedDays;

/** One transaction that hands out the next person, or nobody. */
@ApplicationScoped
class ClaimAttempt {

    private final Sql sql;
    private final ClaimTruth truth;
    private final ClaimTerms terms;
    private final ClaimSecrets secrets;
    private final ClosedDays closedDays;
    private final Clock clock;

    ClaimAttempt(
            Sql sql, ClaimTruth truth, ClaimTerms terms, ClaimSecrets secrets, ClosedDays closedDays, Clock clock) {
        this.sql = sql;
        this.truth = truth;
        this.terms = terms;
        this.secrets = secrets;
        this.closedDays = closedDays;
        this.clock = clock;
    }

    /** What came of it. Everything but {@link Taken} and {@link HasOpen} was rolled back. */
    sealed interface Result {

        record Taken(ClaimView claim) implements Result {}

        /** The caller already has a claim. */
        record HasOpen(long callId) implements Result {}

        /** Somebody else holds the person or a number right now. */
        record Busy(long personId) implements Result {}

        /** The person is not to be called here. */
        record Refused(long personId, String reason) implements Result {}

        /**
         * The person is left in peace for now.
         *
         * @param weeklyCap has been contacted as often as a week allows, whatever else there is to wait for
         */
        record Waits(long personId, Instant until, boolean weeklyCap) implements Result {}

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
        var taken = sql.first(statement, parameters(wish, now), row -> Pick.of(row, closedDays))
                .orElseThrow(NotFound::new);
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
        return truth.of(gate, taken.callId(), now);
    }

    /** A tool named the caller in its request; a page is somebody's own. */
    private static Problem unknown(Wish wish) {
        return wish.scope().page()
                ? new NotFound()
                : new InvalidInput("callerId", "there is no caller " + wish.callerId() + " in this assignment");
    }

    private Map<String, Object> parameters(Wish wish, Instant now) {
        var parameters = terms.of(wish.scope(), wish.assignmentId(), now);
        parameters.put("caller", wish.callerId());
        parameters.put("tried", wish.tried());
        parameters.put("skips_since", wish.skipsSince());
        parameters.put("nonce", secrets.nonce());
        parameters.put("actor", wish.scope().actor().toString());
        return parameters;
    }

    private record Pick(
            Gate gate, @Nullable Long candidate, @Nullable Long callId, boolean numbersFree) {

        static Pick of(Row row, ClosedDays closedDays) {
            return new Pick(
                    Gate.of(row, closedDays),
                    row.numberOrNull("candidate"),
                    row.numberOrNull("call_id"),
                    row.is("numbers_free"));
        }
    }
}
