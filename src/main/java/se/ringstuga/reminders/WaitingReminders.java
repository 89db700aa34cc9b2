package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.events.PlannedReminders;

/** Tells whoever moves or cancels an event how many reminders wait. */
@ApplicationScoped
class WaitingReminders implements PlannedReminders {

    private static final NamedSql WAITING = NamedSql.of("""
            select count(*) as waiting from reminder r left join message m on m.id = r.message_id
            where r.event_id = :event and (r.state = 'PLANNED' or r.state = 'QUEUED' and m.state = 'QUEUED')""");

    private final Sql sql;

    WaitingReminders(Sql sql) {
        this.sql = sql;
    }

    @Override
    public long waiting(long eventId) {
        return sql.first(WAITING, Map.of("event", eventId), row -> row.number("waiting"))
                .orElse(0L);
    }
}
