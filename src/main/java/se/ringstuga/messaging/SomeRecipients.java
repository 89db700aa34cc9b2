package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import se.ringstuga.accounts.Access;
import se.ringstuga.database.Sql;
import se.ringstuga.segments.Filter;
import se.ringstuga.segments.Scope;
import se.ringstuga.segments.SegmentSql;

/** One person of a filter after the other, for whom a text is shown while it is written. */
@ApplicationScoped
class SomeRecipients {

    private static final String NEXT = """
            select p.id from person p where ({base}) and ({wanted}) and p.id > :after order by p.id limit 1""";

    private final Sql sql;
    private final Access access;
    private final Clock clock;

    SomeRecipients(Sql sql, Access access, Clock clock) {
        this.sql = sql;
        this.access = access;
        this.clock = clock;
    }

    /** The next one, from the beginning again after the last; empty when the filter finds nobody. */
    Optional<Long> after(Filter filter, long personId) {
        return next(filter, personId).or(() -> next(filter, 0));
    }

    private Optional<Long> next(Filter filter, long personId) {
        var scope = new Scope(access.organizationId(), clock.instant(), access.zone());
        var base = SegmentSql.base("base_", scope);
        var wanted = SegmentSql.condition(filter, "wanted_", scope);
        var parameters = new HashMap<String, Object>(base.parameters());
        parameters.putAll(wanted.parameters());
        parameters.put("after", personId);
        var text = NEXT.replace("{base}", base.sql()).replace("{wanted}", wanted.sql());
        return sql.first(sql.statement(text), parameters, row -> row.number("id"));
    }
}
