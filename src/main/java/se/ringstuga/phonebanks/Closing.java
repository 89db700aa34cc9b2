package se.ringstuga.phonebanks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import se.ringstuga.accounts.Actor;
import se.ringstuga.calling.ClosedCallers;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The end of an evening (rule 35): nobody comes in, nobody more is handed out, and the last calls can still be told of. */
@ApplicationScoped
class Closing {

    private static final NamedSql CALLERS = NamedSql.of("""
            select caller_id from phone_bank_waiting where phone_bank_id = :bank and caller_id is not null order by caller_id""");

    private static final NamedSql SEND_AWAY = NamedSql.of("""
            update phone_bank_waiting set decided_at = :now, decided_by = :actor
            where phone_bank_id = :bank and decided_at is null""");

    private final PhoneBanks banks;
    private final ClosedCallers callers;
    private final Sql sql;
    private final Clock clock;

    Closing(PhoneBanks banks, ClosedCallers callers, Sql sql, Clock clock) {
        this.banks = banks;
        this.callers = callers;
        this.sql = sql;
        this.clock = clock;
    }

    /** In the transaction that holds the evening's row. */
    void close(PhoneBank bank, Actor by) {
        var actor = by.toString();
        banks.close(bank.id(), actor);
        sql.update(SEND_AWAY, Map.of("bank", bank.id(), "now", clock.instant(), "actor", actor));
        callers.close(sql.list(CALLERS, Map.of("bank", bank.id()), row -> row.number("caller_id")));
    }
}
