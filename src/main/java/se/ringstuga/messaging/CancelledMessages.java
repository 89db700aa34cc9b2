package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import se.ringstuga.accounts.Access;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.NotFound;

/** Messages that wait, stopped one by one. */
@ApplicationScoped
class CancelledMessages {

    /** Whoever is just taking it out of the line is waited for, and then it is too late. */
    static final NamedSql CANCEL = NamedSql.of("""
            with cancelled as (
              update message set state = 'CANCELLED', rank = 35, ended_at = :now
              where organization_id = :organization and id = :id and state = 'QUEUED' returning organization_id, id, attempt)
            insert into message_event (organization_id, message_id, attempt, at, source, status)
            select organization_id, id, attempt, :now, :actor, 'CANCELLED' from cancelled""");

    private static final NamedSql STATE =
            NamedSql.of("select state from message where organization_id = :organization and id = :id");

    private final Sql sql;
    private final Access access;
    private final Clock clock;

    CancelledMessages(Sql sql, Access access, Clock clock) {
        this.sql = sql;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Stops it for good; what is stopped already stays so.
     *
     * @throws MessageInState when it does not wait any more
     */
    void cancel(long id) {
        var parameters = Map.of(
                "organization", access.organizationId(),
                "id", id,
                "actor", access.actor().toString(),
                "now", clock.instant());
        if (sql.update(CANCEL, parameters) == 1) {
            return;
        }
        var state = sql.first(STATE, parameters, row -> MessageState.valueOf(row.text("state")))
                .orElseThrow(NotFound::new);
        if (state != MessageState.CANCELLED) {
            throw new MessageInState(state, "Only what waits to be sent can be stopped.");
        }
    }
}
