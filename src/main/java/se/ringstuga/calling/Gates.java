package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.organizations.ClosedDays;

/** Reads what holds for an assignment this moment, whoever calls. */
@ApplicationScoped
class Gates {

    private static final NamedSql GATE =
            NamedSql.of("select %s from %s where a.id = :assignment".formatted(Gate.COLUMNS, Gate.FROM));

    private final Sql sql;
    private final ClosedDays closedDays;
    private final Clock clock;

    Gates(Sql sql, ClosedDays closedDays, Clock clock) {
        this.sql = sql;
        this.closedDays = closedDays;
        this.clock = clock;
    }

    /** Of an assignment that is known to exist. */
    Gate of(long assignmentId) {
        return sql.first(
                        GATE,
                        Map.of("assignment", assignmentId, "caller", Gate.NOBODY, "now", clock.instant()),
                        row -> Gate.of(row, closedDays))
                .orElseThrow();
    }
}
