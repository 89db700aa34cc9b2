package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.ringstuga.database.Sql;
import se.ringstuga.segments.Filter;
import se.ringstuga.segments.Scope;
import se.ringstuga.segments.SegmentSql;

/** People for whom a condition holds at this moment. */
@ApplicationScoped
class HoldingPeople {

    private static final String HOLDS =
            "select p.id from person p where p.id = any (cast(:people as bigint[])) and {filter}";

    private final Sql sql;

    HoldingPeople(Sql sql) {
        this.sql = sql;
    }

    Set<Long> of(List<Long> people, Filter filter, Scope scope) {
        var condition = SegmentSql.condition(filter, "filter_", scope);
        var parameters = new HashMap<>(condition.parameters());
        parameters.put("people", people);
        return new HashSet<>(sql.list(
                sql.statement(HOLDS.replace("{filter}", condition.sql())), parameters, row -> row.number("id")));
    }
}
