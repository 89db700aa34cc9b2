package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The tags that a text may ask for: the organization's own and those from above. */
@ApplicationScoped
class UsableTags {

    private static final NamedSql TITLES = NamedSql.of("""
            select t.title from tag t join organization_closure c on c.ancestor_id = t.organization_id
            where c.descendant_id = :organization order by t.id limit 2000""");

    private final Sql sql;

    UsableTags(Sql sql) {
        this.sql = sql;
    }

    List<String> titles(long organizationId) {
        return sql.list(TITLES, Map.of("organization", organizationId), row -> row.text("title"));
    }
}
