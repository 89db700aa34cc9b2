package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.segments.Reference.Kind;

/** What the things that filters point to are called: one statement for each kind, however many filters there are. */
@ApplicationScoped
class FilterNames {

    private static final String GONE = "?";
    private static final String YES_NO = "YES_NO";

    private static final Map<Kind, NamedSql> STATEMENTS = Map.of(
            Kind.TAG, titled("tag"),
            Kind.SURVEY, titled("survey"),
            Kind.QUESTION, NamedSql.of("select id, text as title, type from question where id = any(:ids)"),
            Kind.OPTION, NamedSql.of("select id, text as title, '' as type from question_option where id = any(:ids)"),
            Kind.ASSIGNMENT, titled("call_assignment"),
            Kind.BROADCAST, titled("broadcast"),
            Kind.EVENT, titled("event"),
            Kind.EVENT_KIND, titled("event_kind"));

    private static final NamedSql ORGANIZATIONS =
            NamedSql.of("select slug, name as title from organization where slug = any(:slugs)");

    private final Sql sql;

    FilterNames(Sql sql) {
        this.sql = sql;
    }

    private static NamedSql titled(String table) {
        return NamedSql.of("select id, title, '' as type from " + table + " where id = any(:ids)");
    }

    /** The names that were found; what is gone has none any more. */
    record Names(Map<Named, Name> found) {

        String of(Kind kind, Object key) {
            return found.getOrDefault(new Named(kind, key), new Name(GONE, "")).title();
        }

        boolean isYesNo(long question) {
            return found.getOrDefault(new Named(Kind.QUESTION, question), new Name(GONE, ""))
                    .type()
                    .equals(YES_NO);
        }
    }

    record Named(Kind kind, Object key) {}

    record Name(String title, String type) {}

    Names of(List<Filter> filters) {
        Map<Named, Name> found = new HashMap<>();
        PointedTo.by(filters).forEach((kind, keys) -> add(found, kind, keys));
        return new Names(found);
    }

    private void add(Map<Named, Name> found, Kind kind, Set<Object> keys) {
        var statement = STATEMENTS.get(kind);
        if (statement == null) {
            sql.list(ORGANIZATIONS, Map.of("slugs", keys), row -> Map.entry(row.text("slug"), row.text("title")))
                    .forEach(row -> found.put(new Named(kind, row.getKey()), new Name(row.getValue(), "")));
        } else {
            sql.list(
                            statement,
                            Map.of("ids", keys),
                            row -> Map.entry(row.number("id"), new Name(row.text("title"), row.text("type"))))
                    .forEach(row -> found.put(new Named(kind, row.getKey()), row.getValue()));
        }
    }
}
