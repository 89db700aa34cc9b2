package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.automations.Turnout.State;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Who of some people is or was in an automation, and how they stand there. */
@ApplicationScoped
class KnownEnrolments {

    private static final NamedSql OF = NamedSql.of("""
            select person_id, state from automation_enrolment
            where automation_id = :automation and person_id = any (cast(:people as bigint[]))""");

    private final Sql sql;

    KnownEnrolments(Sql sql) {
        this.sql = sql;
    }

    /** By person; whoever never was in it is left out. */
    Map<Long, State> of(long automation, List<Long> people) {
        var known = new HashMap<Long, State>();
        sql.list(
                OF,
                Map.of("automation", automation, "people", people),
                row -> known.put(row.number("person_id"), State.valueOf(row.text("state"))));
        return known;
    }
}
