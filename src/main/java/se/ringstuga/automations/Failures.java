package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** People for whom a step went wrong: they stay where they are until somebody looks, and the organizers are told at once. */
@ApplicationScoped
class Failures {

    /** What goes wrong for one after the other is told once a day. */
    private static final Duration TOLD_EVERY = Duration.ofDays(1);

    private static final NamedSql FAIL = NamedSql.of("""
            update automation_enrolment
            set state = 'FAILED', waiting_for = null, due_at = null, deadline = null, ended_at = :now, reason = 'STEP_FAILED'
            where id = :id and state in ('ACTIVE', 'WAITING')""");

    private static final NamedSql TOLD = NamedSql.of("""
            select exists (select from automation_enrolment
                           where automation_id = :automation and state = 'FAILED' and ended_at > :since
                             and id <> all (cast(:ids as bigint[]))) as told""");

    private final Sql sql;
    private final Notices notices;
    private final Clock clock;

    Failures(Sql sql, Notices notices, Clock clock) {
        this.sql = sql;
        this.notices = notices;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void fail(long enrolment) {
        sql.update(FAIL, Map.of("id", enrolment, "now", clock.instant()));
    }

    /** @param failed just now, all at the same step */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void tell(Automation automation, List<Long> failed) {
        var known = Map.of(
                "automation",
                automation.id(),
                "ids",
                failed,
                "since",
                clock.instant().minus(TOLD_EVERY));
        if (sql.first(TOLD, known, row -> row.is("told")).orElse(false)) {
            return;
        }
        notices.tellOrganizers(
                automation.home().organizationId(),
                new Notice(
                        Notice.Kind.AUTOMATION_FAILED,
                        "automation:" + automation.id(),
                        Map.of("title", automation.title(), "count", String.valueOf(failed.size()))));
    }
}
