package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Which assignments are to be compared with their target again: asked for, or long ago. */
@ApplicationScoped
public class QueueRefreshes {

    private static final Duration AT_THE_LATEST = Duration.ofMinutes(5);

    private static final NamedSql DUE = NamedSql.of("""
            select a.id from call_assignment a left join call_queue_refresh r on r.assignment_id = a.id
            where a.closed_at is null and a.expires_at > :now
              and (r.assignment_id is null or r.requested_at is not null or r.refreshed_at <= :latest)
            order by r.requested_at nulls last, r.refreshed_at nulls first limit 20""");

    private final Sql sql;
    private final QueueRefresh refresh;
    private final Clock clock;

    QueueRefreshes(Sql sql, QueueRefresh refresh, Clock clock) {
        this.sql = sql;
        this.refresh = refresh;
        this.clock = clock;
    }

    /** Compares them one transaction each; says how many there were. */
    public int run() {
        var due = due();
        due.forEach(refresh::assignment);
        return due.size();
    }

    @Transactional
    List<Long> due() {
        var now = clock.instant();
        return sql.list(DUE, Map.of("now", now, "latest", now.minus(AT_THE_LATEST)), row -> row.number("id"));
    }
}
