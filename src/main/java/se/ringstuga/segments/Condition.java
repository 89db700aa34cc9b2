package se.ringstuga.segments;

import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.Map;

/**
 * A boolean SQL expression over the table person under the alias {@code p}; never null, whatever the row.
 *
 * @param sql with named parameters only
 * @param parameters their values, by name without the colon
 */
public record Condition(String sql, Map<String, Object> parameters) {

    public Condition and(Condition other) {
        Map<String, Object> both = new HashMap<>(parameters);
        both.putAll(other.parameters);
        return new Condition("(" + sql + " and " + other.sql + ")", Map.copyOf(both));
    }

    public <Q extends Query> Q bind(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
