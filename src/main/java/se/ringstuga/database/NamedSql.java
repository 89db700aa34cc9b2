package se.ringstuga.database;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose {@code :names} were turned into JDBC's question marks once, to be run many times with the same text:
 * that is what lets PostgreSQL keep its plan.
 *
 * @param text with question marks
 * @param names the parameter of each question mark, in order
 * @param plannedAnew the plan is made for each run and its values, and none is kept
 */
@NullMarked
public record NamedSql(String text, List<String> names, boolean plannedAnew) {

    // A quoted text, a cast, or a name; only the last is a parameter.
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|::|(?<!:):([A-Za-z][A-Za-z0-9_]*)");

    /** One whose plan is kept. */
    public NamedSql(String text, List<String> names) {
        this(text, names, false);
    }

    public static NamedSql of(String sql) {
        var names = new ArrayList<String>();
        var text = TOKEN.matcher(sql).replaceAll(token -> {
            if (token.group(1) == null) {
                return Matcher.quoteReplacement(token.group());
            }
            names.add(token.group(1));
            return "?";
        });
        return new NamedSql(text, List.copyOf(names));
    }

    /**
     * For work of many rows on tables that fill within a minute: a plan that was made when one was empty goes through all of it
     * for each row, until PostgreSQL looks at the table again. A new plan costs milliseconds. The statement is to be run in no
     * other way, or its kept plan is taken.
     */
    public NamedSql anew() {
        return new NamedSql(text, names, true);
    }

    void bind(PreparedStatement statement, Map<String, ?> parameters) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (!parameters.containsKey(name)) {
                throw new IllegalArgumentException("no value for :" + name);
            }
            set(statement, i + 1, parameters.get(name));
        }
    }

    private static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case Collection<?> values -> statement.setArray(index, array(statement, values));
            case Object other -> statement.setObject(index, other);
        }
    }

    private static Array array(PreparedStatement statement, Collection<?> values) throws SQLException {
        var type = values.stream().findFirst().filter(String.class::isInstance).isPresent() ? "text" : "bigint";
        return statement.getConnection().createArrayOf(type, values.toArray());
    }
}
