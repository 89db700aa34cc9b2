package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Messages whose time passed while their lane was paused, their organization stopped, the database on hold or nobody carried them. */
@ApplicationScoped
public class OverdueMessages {

    private static final int BATCH = 5000;

    private static final NamedSql EXPIRE = NamedSql.of("""
            with overdue as (
              select id from message where state = 'QUEUED' and not_after <= :now
              order by not_after limit :batch for update skip locked)
            update message m set state = 'EXPIRED', rank = 35, ended_at = :now from overdue where m.id = overdue.id""");

    private static final NamedSql DUE = NamedSql.of("""
            select count(*) as due from send_lane l join message m on m.lane_id = l.id and m.state = 'QUEUED' and m.not_before <= :now""");

    private static final NamedSql EXPIRE_DUE = NamedSql.of("""
            with due as (
              select m.id from send_lane l join message m on m.lane_id = l.id and m.state = 'QUEUED' and m.not_before <= :now
              limit :batch for update of m skip locked)
            update message m set state = 'EXPIRED', rank = 35, ended_at = :now from due where m.id = due.id""");

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

    /** How many are due, in time or not. */
    long due() {
        return sql.first(DUE, Map.of("now", clock.instant()), row -> row.number("due"))
                .orElse(0L);
    }

    /** Ends everything that is due, also what would still be in time: one batch. */
    @Transactional
    int expireDue() {
        return sql.update(EXPIRE_DUE, Map.of("now", clock.instant(), "batch", BATCH));
    }
}
