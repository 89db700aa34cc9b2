package se.ringstuga.phonebanks;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.jboss.logging.Logger;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Opens and closes evenings at their times, each by itself, whoever else does the same at the moment. */
@ApplicationScoped
public class Punctuality {

    private static final Logger LOG = Logger.getLogger(Punctuality.class);
    private static final int BATCH = 100;

    /** Where another evening of the assignment goes on too long, it is waited for. */
    private static final NamedSql TO_OPEN = NamedSql.of("""
            select b.id from phone_bank b join call_assignment a on a.id = b.assignment_id
            where b.opened_at is null and b.closed_at is null and b.opens_at <= :now and b.closes_at > :now
              and a.closed_at is null and a.expires_at > :now
              and not exists (select from phone_bank r where r.assignment_id = b.assignment_id
                                and r.opened_at is not null and r.closed_at is null)
            order by b.opens_at limit :batch""");

    private static final NamedSql TO_CLOSE = NamedSql.of("""
            select b.id from phone_bank b join call_assignment a on a.id = b.assignment_id
            where b.closed_at is null and (b.closes_at <= :now or a.closed_at is not null or a.expires_at <= :now)
            order by b.id limit :batch""");

    private final PhoneBanks banks;
    private final Closing closing;
    private final Sql sql;
    private final Clock clock;

    Punctuality(PhoneBanks banks, Closing closing, Sql sql, Clock clock) {
        this.banks = banks;
        this.closing = closing;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Run by a job: first what is over, which makes room for what begins.
     *
     * @return how many were due
     */
    public int keep() {
        var due = Map.of("now", clock.instant(), "batch", BATCH);
        var over = sql.list(TO_CLOSE, due, row -> row.number("id"));
        over.forEach(id -> apart(() -> close(id)));
        var beginning = sql.list(TO_OPEN, due, row -> row.number("id"));
        beginning.forEach(id -> apart(() -> open(id)));
        return over.size() + beginning.size();
    }

    private void close(long bankId) {
        banks.find(bankId)
                .flatMap(bank -> banks.lock(bank.organizationId(), bankId))
                .filter(this::isOver)
                .ifPresent(bank -> closing.close(bank, Actor.SYSTEM));
    }

    /** Somebody may have given it more time meanwhile. */
    private boolean isOver(PhoneBank bank) {
        return bank.closedAt() == null
                && (!bank.closesAt().isAfter(clock.instant())
                        || banks.assignment(bank.organizationId(), bank.assignmentId())
                                .filter(PhoneBanks.Assignment::over)
                                .isPresent());
    }

    private void open(long bankId) {
        banks.find(bankId)
                .flatMap(bank -> banks.lock(bank.organizationId(), bankId))
                .filter(bank -> bank.state() == PhoneBankView.State.SCHEDULED)
                .ifPresent(bank -> banks.open(bankId, Actor.SYSTEM.toString()));
    }

    /** One that fails is tried again next time, and holds up no other. */
    private static void apart(Runnable work) {
        try {
            QuarkusTransaction.requiringNew().run(work);
        } catch (RuntimeException failed) {
            LOG.error("A ringstuga was not opened or closed at its time and is tried again", failed);
        }
    }
}
