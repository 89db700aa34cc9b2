package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * People who wait in automations, as rows that are to be looked at sooner. Nobody is waited for: who has their turn at this
 * moment is just being looked at.
 */
@ApplicationScoped
class WaitingRows {

    private static final NamedSql ABOUT = NamedSql.of("""
            update automation_enrolment e set due_at = least(e.due_at, :at)
            where e.id in (select w.id from automation_enrolment w
                           where w.person_id = any (cast(:people as bigint[])) and w.state = 'WAITING' and w.waiting_for = 'CONDITION'
                           for no key update skip locked)""");

    private static final NamedSql IMPORTED = NamedSql.of("""
            update automation_enrolment e set due_at = least(e.due_at, :at)
            where e.id in (select w.id from person p
                           join automation_enrolment w on w.person_id = p.id and w.state = 'WAITING' and w.waiting_for = 'CONDITION'
                           where p.organization_id = :organization and p.updated_at = :imported
                           for no key update of w skip locked)""");

    private static final NamedSql BELOW = NamedSql.of("""
            update automation_enrolment e set due_at = least(e.due_at, :at)
            where e.id in (select w.id from organization_closure c
                           join automation a on a.organization_id = c.descendant_id
                           join automation_enrolment w on w.automation_id = a.id and w.state in ('WAITING', 'PAUSED')
                           where c.ancestor_id = :organization
                           for no key update of w skip locked)""");

    private final Sql sql;

    WaitingRows(Sql sql) {
        this.sql = sql;
    }

    /** Those of them who wait for something that may have happened. */
    void lookAt(List<Long> people, Instant at) {
        sql.update(ABOUT, Map.of("people", people, "at", at));
    }

    /** Those whom an import into a register has changed. */
    void lookAtImported(long registerId, Instant imported, Instant at) {
        sql.update(IMPORTED, Map.of("organization", registerId, "imported", imported, "at", at));
    }

    /** Everybody who waits for whatever in the organization and in those below it. */
    void lookAtAll(long organizationId, Instant at) {
        sql.update(BELOW, Map.of("organization", organizationId, "at", at));
    }
}
