package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Gives the access log a partition for each month (UTC) ahead of time, so that old months can be dropped whole when their
 * time is over. What was written before its month had one stays in the rest partition, where it is found just the same.
 */
@ApplicationScoped
public class AccessLogPartitions {

    private static final int MONTHS_AHEAD = 2;
    private static final long ONE_INSTANCE_AT_A_TIME = 0x4c4f47L;

    private final EntityManager entities;
    private final Clock clock;

    AccessLogPartitions(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Run by a job, daily; makes what is missing of this month and the two that follow. */
    @Transactional
    public void ensure() {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(:key) as text)")
                .setParameter("key", ONE_INSTANCE_AT_A_TIME)
                .getSingleResult();
        var present = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            ensure(present.plusMonths(ahead));
        }
    }

    /** Names and bounds are months, so nothing that came from outside stands in the statement. */
    private void ensure(YearMonth month) {
        var name = "access_log_%d_%02d".formatted(month.getYear(), month.getMonthValue());
        var from = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var to = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var blocked = (Boolean) entities.createNativeQuery("""
                        select to_regclass(:name) is not null
                          or exists (select from access_log_rest where at >= :from and at < :to)""", Boolean.class)
                .setParameter("name", name)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
        if (!blocked) {
            entities.createNativeQuery("create table %s partition of access_log for values from ('%s') to ('%s')"
                            .formatted(name, from, to))
                    .executeUpdate();
        }
    }
}
