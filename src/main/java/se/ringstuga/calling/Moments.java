package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import se.ringstuga.contact.WeeklyCap;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** When and where a question about an organization's people is asked. */
@ApplicationScoped
class Moments {

    private static final NamedSql WHERE_AND_WHEN = NamedSql.of("""
            select o.time_zone, coalesce(cast(o.settings ->> 'callUnder16' as boolean), false) as under_16,
                   %s as weekly_cap
            from organization o where o.id = :organization""".formatted(WeeklyCap.of("o.id")));

    private final Sql sql;
    private final Clock clock;

    Moments(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Definition.Moment of(long organizationId) {
        return sql.first(
                        WHERE_AND_WHEN,
                        Map.of("organization", organizationId),
                        row -> new Definition.Moment(
                                clock.instant(),
                                ZoneId.of(row.text("time_zone")),
                                row.is("under_16"),
                                row.count("weekly_cap")))
                .orElseThrow();
    }
}
