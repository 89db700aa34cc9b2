package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** How many times people have replaced the addresses of their calendars; most never have. */
@ApplicationScoped
class FeedReplacements {

    private static final NamedSql TIMES = NamedSql.of("select replaced from calendar_feed where person_id = :person");

    private static final NamedSql REPLACE = NamedSql.of("""
            insert into calendar_feed (organization_id, person_id, replaced, replaced_at) values (:organization, :person, 1, :now)
            on conflict (person_id) do update set replaced = calendar_feed.replaced + 1, replaced_at = excluded.replaced_at""");

    private final Sql sql;
    private final Clock clock;

    FeedReplacements(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    int times(long personId) {
        return sql.first(TIMES, Map.of("person", personId), row -> row.count("replaced"))
                .orElse(0);
    }

    /** Every address until now leads nowhere from now on. */
    void replace(Consents.Person person) {
        sql.update(
                REPLACE,
                Map.of("organization", person.organizationId(), "person", person.id(), "now", clock.instant()));
    }
}
