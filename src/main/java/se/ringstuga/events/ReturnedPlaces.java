package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * Takes back that somebody was signed off by mistake. They stand where they stood: with their place as long as nobody has got
 * it, else in the line by the time at which they first signed up.
 */
@ApplicationScoped
class ReturnedPlaces {

    private static final NamedSql RETURN = NamedSql.of("""
            update sign_up set state = :state, changed_at = :now, changed_by = :actor, version = version + 1
            where id = :id and state = 'CANCELLED' and signed_up_at is not null""");

    private final Sql sql;
    private final Events events;
    private final SignUpRows rows;
    private final Event<SignUpChanged> changed;
    private final Clock clock;

    ReturnedPlaces(Sql sql, Events events, SignUpRows rows, Event<SignUpChanged> changed, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.rows = rows;
        this.changed = changed;
        this.clock = clock;
    }

    /** Where they stand now; null when the place is taken and nobody waits here, or there is nothing to take back. */
    @Nullable
    SignUpState undo(long eventId, long signUpId, SignUps.By by) {
        var now = clock.instant();
        var event = events.lock(eventId).filter(found -> found.ahead(now)).orElse(null);
        var signUp = rows.find(eventId, signUpId)
                .filter(found -> found.state() == SignUpState.CANCELLED && found.signedUpAt() != null)
                .orElse(null);
        if (event == null || signUp == null) {
            return null;
        }
        var capacity = event.content().capacity();
        var room = capacity == null || rows.taken(eventId) < capacity;
        if (!room && !event.content().waitingList()) {
            return null;
        }
        var state = room ? SignUpState.SIGNED_UP : SignUpState.WAITING;
        sql.update(RETURN, Map.of("id", signUpId, "state", state, "now", now, "actor", by.actor()));
        changed.fire(new SignUpChanged(
                signUpId,
                eventId,
                event.organizationId(),
                signUp.person(),
                SignUpState.CANCELLED,
                state,
                by.source().name()));
        return state;
    }
}
