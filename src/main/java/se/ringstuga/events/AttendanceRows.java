package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The word that an attendance is complete, and what follows from it for all at once. The event's row is locked. */
@ApplicationScoped
class AttendanceRows {

    private static final NamedSql CONFIRM = NamedSql.of("""
            update event set attendance_at = :now, attendance_by = :actor, changed_at = :now, version = version + 1
            where id = :event and attendance_at is null""");

    private static final NamedSql TAKE_BACK = NamedSql.of("""
            update event set attendance_at = null, attendance_by = null, changed_at = :now, version = version + 1
            where id = :event and attendance_at is not null""");

    private static final NamedSql MARK = NamedSql.of("""
            update sign_up set state = :to, changed_at = :now, changed_by = :actor, version = version + 1
            where event_id = :event and state = :from""");

    private final Sql sql;

    AttendanceRows(Sql sql) {
        this.sql = sql;
    }

    void confirm(long eventId, Events.Written written) {
        sql.update(CONFIRM, Map.of("event", eventId, "actor", written.actor(), "now", written.now()));
        mark(eventId, SignUpState.SIGNED_UP, SignUpState.ABSENT, written);
    }

    void takeBack(long eventId, Events.Written written) {
        sql.update(TAKE_BACK, Map.of("event", eventId, "now", written.now()));
        mark(eventId, SignUpState.ABSENT, SignUpState.SIGNED_UP, written);
    }

    private void mark(long eventId, SignUpState from, SignUpState to, Events.Written written) {
        sql.update(
                MARK, Map.of("event", eventId, "from", from, "to", to, "actor", written.actor(), "now", written.now()));
    }
}
