package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** The limits of the volunteer's pages (rule 7): reaching one tells the organizer, who can lift it. */
@ApplicationScoped
class CallerLimits {

    private static final Duration EVENING = Duration.ofHours(12);

    private static final NamedSql COUNT = NamedSql.of("""
            select c.limit_reached,
              (select count(*) from call k where k.caller_id = c.id and not k.incoming and k.claimed_at > :hour
                 and k.claimed_at > coalesce(c.limits_since, c.created_at - interval '1 second')) as claims,
              (select count(*) from call k where k.caller_id = c.id and k.state = 'SKIPPED' and k.claimed_at > :evening
                 and k.ended_at > coalesce(c.limits_since, c.created_at - interval '1 second')) as skips,
              (select count(*) from call k where k.caller_id = c.id and k.state = 'SKIPPED'
                 and k.ended_at > coalesce(c.limits_since, c.created_at - interval '1 second')
                 and k.ended_at > coalesce((select max(r.ended_at) from call r
                                            where r.caller_id = c.id and r.state = 'REPORTED'), c.created_at - interval '1 second')
              ) as skips_in_a_row
            from caller c where c.id = :caller""");

    private static final NamedSql REMEMBER = NamedSql.of("update caller set limit_reached = :limit where id = :caller");

    private static final NamedSql TELL = NamedSql.of("""
            insert into notice (organization_id, audience, kind, subject, details, created_at)
            select organization_id, 'ORGANIZERS', 'caller-limit', 'caller:' || id,
              jsonb_build_object('limit', cast(:limit as text), 'name', name), :now
            from caller where id = :caller""");

    private static final NamedSql LIFT = NamedSql.of("""
            with lifted as (
              update caller set limit_reached = null, limits_since = :now
              where id = :caller and organization_id = :organization returning id)
            update notice n set handled_at = :now, handled_by = :actor from lifted
            where n.kind = 'caller-limit' and n.subject = 'caller:' || lifted.id and n.handled_at is null""");

    private final Sql sql;
    private final CallingConfig config;
    private final Clock clock;

    CallerLimits(Sql sql, CallingConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** @throws CallerLimitReached when one stands in the way */
    void check(long callerId) {
        evaluate(callerId).ifPresent(limit -> {
            throw new CallerLimitReached(limit);
        });
    }

    /** Notes that a limit was reached, and tells the organizer once. That of an hour ends by itself. */
    @Transactional
    Optional<CallerLimit> evaluate(long callerId) {
        var now = clock.instant();
        var parameters =
                Map.of("caller", callerId, "hour", now.minus(Duration.ofHours(1)), "evening", now.minus(EVENING));
        var standing = sql.first(COUNT, parameters, this::standing).orElseThrow();
        if (standing.reached() != standing.known()) {
            remember(callerId, standing.reached());
        }
        return Optional.ofNullable(standing.reached());
    }

    @Transactional
    void lift(CallScope scope, long callerId) {
        sql.update(
                LIFT,
                Map.of(
                        "caller", callerId,
                        "organization", scope.organizationId(),
                        "actor", scope.actor().toString(),
                        "now", clock.instant()));
    }

    private Standing standing(Row row) {
        var text = row.textOrNull("limit_reached");
        var known = text == null ? null : CallerLimit.valueOf(text);
        if (known != null && known != CallerLimit.CLAIMS_AN_HOUR) {
            return new Standing(known, known);
        }
        if (row.count("skips_in_a_row") >= config.skipsInARow()) {
            return new Standing(known, CallerLimit.SKIPS_IN_A_ROW);
        }
        if (row.count("skips") >= config.skipsAnEvening()) {
            return new Standing(known, CallerLimit.SKIPS_AN_EVENING);
        }
        return new Standing(known, row.count("claims") >= config.claimsAnHour() ? CallerLimit.CLAIMS_AN_HOUR : null);
    }

    private void remember(long callerId, @Nullable CallerLimit limit) {
        var parameters = new HashMap<String, Object>(Map.of("caller", callerId));
        parameters.put("limit", limit);
        sql.update(REMEMBER, parameters);
        if (limit != null) {
            sql.update(TELL, Map.of("caller", callerId, "limit", limit, "now", clock.instant()));
        }
    }

    private record Standing(
            @Nullable CallerLimit known, @Nullable CallerLimit reached) {}
}
