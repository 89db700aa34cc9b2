package se.ringstuga.calling;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.database.SqlFailed;
import se.ringstuga.organizations.ClosedDays;

/**
 * One transaction that hands out a person to each of several callers, or changes nothing: whatever is out of the ordinary
 * for one of them is left to {@link ClaimAttempt}, which takes one at a time.
 */
@ApplicationScoped
class ClaimRound {

    private final Sql sql;
    private final ClaimTruth truth;
    private final ClaimTerms terms;
    private final ClaimSecrets secrets;
    private final ClosedDays closedDays;
    private final Clock clock;

    ClaimRound(Sql sql, ClaimTruth truth, ClaimTerms terms, ClaimSecrets secrets, ClosedDays closedDays, Clock clock) {
        this.sql = sql;
        this.truth = truth;
        this.terms = terms;
        this.secrets = secrets;
        this.closedDays = closedDays;
        this.clock = clock;
    }

    /**
     * The claims by caller, or none at all.
     *
     * @param wishes of one assignment, all from pages or all from tools, each by a caller of its own
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Map<Long, ClaimView> run(List<ClaimAttempt.Wish> wishes) {
        try {
            var claims = attempt(wishes);
            if (claims.isEmpty()) {
                QuarkusTransaction.setRollbackOnly();
            }
            return claims;
        } catch (SqlFailed lost) {
            if (!lost.mayBeTriedAgain() && !lost.waitedTooLong()) {
                throw lost;
            }
            QuarkusTransaction.setRollbackOnly();
            return Map.of();
        }
    }

    private Map<Long, ClaimView> attempt(List<ClaimAttempt.Wish> wishes) {
        var now = clock.instant();
        var first = wishes.getFirst();
        var parameters = terms.of(first.scope(), first.assignmentId(), now);
        parameters.put("caller", Gate.NOBODY);
        parameters.put("wanted", wishes.size());
        parameters.put("skips_since", first.skipsSince());
        parameters.put(
                "callers", wishes.stream().map(ClaimAttempt.Wish::callerId).toList());
        parameters.put(
                "actors",
                wishes.stream().map(wish -> wish.scope().actor().toString()).toList());
        parameters.put(
                "nonces",
                wishes.stream()
                        .map(wish -> HexFormat.of().formatHex(secrets.nonce()))
                        .toList());
        sql.first(ClaimSql.BEGIN_ROUND, Map.of(), row -> row.text("plans"));
        var taken = sql.first(ClaimSql.TAKE_TOGETHER, parameters, row -> Taken.of(row, closedDays))
                .orElse(null);
        if (taken == null || !taken.allWell() || !taken.gate().window().open(now)) {
            return Map.of();
        }
        return claims(truth.ofAll(taken.gate(), taken.calls(), now), wishes.size());
    }

    private static Map<Long, ClaimView> claims(List<ClaimAttempt.Result> results, int wanted) {
        var claims = results.stream()
                .map(ClaimRound::claim)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(ClaimView::callerId, Function.identity()));
        return claims.size() == wanted ? claims : Map.of();
    }

    private static @Nullable ClaimView claim(ClaimAttempt.Result result) {
        return result instanceof ClaimAttempt.Result.Taken(ClaimView claim) ? claim : null;
    }

    private record Taken(Gate gate, List<Long> calls, boolean allWell) {

        static Taken of(Row row, ClosedDays closedDays) {
            return new Taken(Gate.of(row, closedDays), row.numbers("calls"), row.is("all_well"));
        }
    }
}
