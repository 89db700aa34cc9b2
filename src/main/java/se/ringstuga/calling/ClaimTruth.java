package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.contact.ContactPolicy;
import se.ringstuga.contact.WeeklyCap;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** Asks of people who were just taken whether they are really to be called: the queue is only a cache. */
@ApplicationScoped
class ClaimTruth {

    static final Duration NOTES_SHOWN = Duration.ofDays(365);

    private final Sql sql;
    private final Definitions definitions;
    private final ContactPolicy policy;
    private final ClaimViews views;
    private final Clock clock;

    ClaimTruth(Sql sql, Definitions definitions, ContactPolicy policy, ClaimViews views, Clock clock) {
        this.sql = sql;
        this.definitions = definitions;
        this.policy = policy;
        this.views = views;
        this.clock = clock;
    }

    /** {@link ClaimAttempt.Result.Taken}, {@link ClaimAttempt.Result.Waits} or {@link ClaimAttempt.Result.Refused}, in the transaction that took the person. */
    ClaimAttempt.Result of(Gate gate, long callId, Instant now) {
        var definition = definitions.of(gate.assignmentId(), gate.revision());
        var conditions = definition.conditions(policy, gate.moment(now));
        var parameters = parameters(definition, conditions, now);
        parameters.put("call", callId);
        return sql.first(sql.statement(ClaimSql.truth(conditions)), parameters, row -> judge(row, definition))
                .orElseThrow();
    }

    /** The same of each of these calls. */
    List<ClaimAttempt.Result> ofAll(Gate gate, Collection<Long> calls, Instant now) {
        var definition = definitions.of(gate.assignmentId(), gate.revision());
        var conditions = definition.conditions(policy, gate.moment(now));
        var parameters = parameters(definition, conditions, now);
        parameters.put("calls", calls);
        return sql.list(sql.statement(ClaimSql.truthOfAll(conditions)), parameters, row -> judge(row, definition));
    }

    /** What the caller sees, whatever has become of the person since. */
    ClaimView show(Definition definition, long callId) {
        var parameters = shown(definition, clock.instant());
        parameters.put("call", callId);
        return sql.first(ClaimSql.SHOW, parameters, row -> views.of(row, definition))
                .orElseThrow();
    }

    private static Map<String, Object> parameters(
            Definition definition, Definition.Conditions conditions, Instant now) {
        var parameters = shown(definition, now);
        parameters.putAll(conditions.parameters());
        return parameters;
    }

    private static Map<String, Object> shown(Definition definition, Instant now) {
        var parameters = new HashMap<String, Object>();
        parameters.put("assignment", definition.id());
        parameters.put("survey", definition.surveyId());
        parameters.put("notes_since", now.minus(NOTES_SHOWN));
        return parameters;
    }

    /** A call-back the person asked for overrides the cool-down and the weekly cap, never the rest (rule 12). */
    private ClaimAttempt.Result judge(Row row, Definition definition) {
        var refusal = row.textOrNull("refusal");
        var last = row.instantOrNull("last_attempt");
        var person = row.number("person_id");
        if (refusal != null) {
            return new ClaimAttempt.Result.Refused(person, refusal);
        }
        if (row.instantOrNull("call_back_at") == null) {
            var capped = row.instantOrNull("cap_reached");
            var rested = last == null ? Instant.MIN : last.plus(definition.coolDown());
            if (capped != null) {
                var room = capped.plus(WeeklyCap.WEEK);
                return new ClaimAttempt.Result.Waits(person, room.isAfter(rested) ? room : rested, true);
            }
            if (last != null) {
                return new ClaimAttempt.Result.Waits(person, rested, false);
            }
        }
        return new ClaimAttempt.Result.Taken(views.of(row, definition));
    }
}
