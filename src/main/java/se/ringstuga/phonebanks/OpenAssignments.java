package se.ringstuga.phonebanks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The lists that an evening can be opened for, the newest first. */
@ApplicationScoped
class OpenAssignments {

    private static final NamedSql LIST = NamedSql.of("""
            select id, title, expires_at from call_assignment
            where organization_id = :organization and closed_at is null and expires_at > :now order by id desc limit 50""");

    private final Sql sql;
    private final Clock clock;

    OpenAssignments(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<PhoneBanks.Assignment> of(long organizationId) {
        return sql.list(
                LIST,
                Map.of("organization", organizationId, "now", clock.instant()),
                row -> new PhoneBanks.Assignment(
                        row.number("id"), row.text("title"), false, row.instant("expires_at")));
    }
}
