package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Ends claims whose time ran out (rule 6). Running it twice, or on two instances at once, is harmless. */
@ApplicationScoped
public class Leases {

    private static final int BATCH = 500;

    private static final NamedSql ALL = lapse("k.lease_until <= :now");
    private static final NamedSql ONE = lapse("k.lease_until <= :now and k.id = :call");
    private static final NamedSql OF_CALLER = lapse("k.lease_until <= :now and k.open_caller_id = :caller");

    private final Sql sql;
    private final Clock clock;

    Leases(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private static NamedSql lapse(String which) {
        return EndedClaims.ending(
                which,
                "order by k.lease_until limit :batch for update skip locked",
                "case when k.dialled_at is null then 'LAPSED' else 'UNREPORTED' end");
    }

    /** Ends up to a batch of them and says how many there were. */
    @Transactional
    public int sweep() {
        return sql.list(ALL, Map.of("now", clock.instant(), "batch", BATCH), row -> row.number("id"))
                .size();
    }

    /** Ends this one if its time has run out. */
    @Transactional
    boolean lapse(long callId) {
        var parameters = Map.of("now", clock.instant(), "batch", 1, "call", callId);
        List<Long> ended = sql.list(ONE, parameters, row -> row.number("id"));
        return !ended.isEmpty();
    }

    /** Ends the caller's own, so that a page that is opened long after the tap asks how the call went (rule 6). */
    @Transactional
    void lapseOf(long callerId) {
        var parameters = Map.of("now", clock.instant(), "batch", BATCH, "caller", callerId);
        sql.list(OF_CALLER, parameters, row -> row.number("id"));
    }
}
