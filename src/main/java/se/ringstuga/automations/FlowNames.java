package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What the things that flows point to are called. What is gone has no name any more. */
@ApplicationScoped
class FlowNames {

    private static final String GONE = "?";

    private static final NamedSql TAG = titled("tag");
    private static final NamedSql SURVEY = titled("survey");
    private static final NamedSql ASSIGNMENT = titled("call_assignment");
    private static final NamedSql EVENT_KIND = titled("event_kind");

    private static final NamedSql EVENT_KIND_BY_KEY = NamedSql.of("""
            select k.title from event_kind k join organization_closure c on c.ancestor_id = k.organization_id
            where c.descendant_id = :organization and k.key = :key order by c.depth limit 1""");

    private final Sql sql;

    FlowNames(Sql sql) {
        this.sql = sql;
    }

    private static NamedSql titled(String table) {
        return NamedSql.of("select title from " + table + " where id = :id");
    }

    String tag(long id) {
        return quoted(TAG, Map.of("id", id));
    }

    String survey(long id) {
        return quoted(SURVEY, Map.of("id", id));
    }

    String assignment(long id) {
        return quoted(ASSIGNMENT, Map.of("id", id));
    }

    String kind(long id) {
        return quoted(EVENT_KIND, Map.of("id", id));
    }

    /** As it stands in a sentence; of one that the organization has not made yet its key. */
    String kind(long organizationId, Step.KindOfEvent kind) {
        var id = kind.id();
        var key = kind.key();
        return id != null
                ? kind(id)
                : "”"
                        + title(
                                        EVENT_KIND_BY_KEY,
                                        Map.of("organization", organizationId, "key", key == null ? "" : key))
                                .orElse(key == null ? GONE : key)
                        + "”";
    }

    private String quoted(NamedSql statement, Map<String, Object> parameters) {
        return "”" + title(statement, parameters).orElse(GONE) + "”";
    }

    private Optional<String> title(NamedSql statement, Map<String, Object> parameters) {
        return sql.first(statement, parameters, row -> row.text("title"));
    }
}
