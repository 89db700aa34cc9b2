package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Messages whose time passed while their lane was paused, their organization stopped or the database on hold. */
@ApplicationScoped
public class OverdueMessages {

    private static final int BATCH = 5000;

    private static final NamedSql EXPIRE = NamedSql.of("""
            with overdue as (
              select id from message where state = 'QUEUED' and not_after <= :now
              order by not_after limit :batch for update skip locked)
            update message m set state = 'EXPIRED', rank = 35, ended_at = :now from overdue where m.id = overdue.id""");

    private final Sql sql;
    private final Clock clock;

    OverdueMessages(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Says how many there were, at most one batch. */
    @Transactional
    public int expire() {
        return sql.update(EXPIRE, Map.of("now", clock.instant(), "batch", BATCH));
    }
}
