package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import se.ringstuga.contact.ContactPolicy;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Asks hours and policy once more before a number is shown: minutes may have passed since the person was handed out. */
@ApplicationScoped
class StillAllowed {

    private static final NamedSql REFUSAL =
            NamedSql.of("select " + ContactPolicy.REFUSAL + " as refusal from person p where p.id = :person");

    private final Sql sql;
    private final Definitions definitions;
    private final ContactPolicy policy;
    private final Gates gates;
    private final Clock clock;

    StillAllowed(Sql sql, Definitions definitions, ContactPolicy policy, Gates gates, Clock clock) {
        this.sql = sql;
        this.definitions = definitions;
        this.policy = policy;
        this.gates = gates;
        this.clock = clock;
    }

    /** Empty when the person may be called this moment. */
    Optional<ClaimRefusal> refusal(long assignmentId, long personId) {
        var now = clock.instant();
        var gate = gates.of(assignmentId);
        var notNow = notNow(gate, now);
        return notNow.isPresent() ? notNow : ofPerson(gate, personId, now);
    }

    private static Optional<ClaimRefusal> notNow(Gate gate, Instant now) {
        if (gate.closed()) {
            return Optional.of(ClaimRefusal.CLOSED);
        }
        if (gate.paused()) {
            return Optional.of(ClaimRefusal.PAUSED);
        }
        return gate.window().open(now) ? Optional.empty() : Optional.of(ClaimRefusal.OUTSIDE_HOURS);
    }

    private Optional<ClaimRefusal> ofPerson(Gate gate, long personId, Instant now) {
        var definition = definitions.of(gate.assignmentId(), gate.revision());
        var parameters =
                new HashMap<>(definition.conditions(policy, gate.moment(now)).parameters());
        parameters.put("person", personId);
        var allowed = sql.first(REFUSAL, parameters, row -> row.textOrNull("refusal") == null)
                .orElse(false);
        return allowed ? Optional.empty() : Optional.of(ClaimRefusal.PERSON);
    }
}
