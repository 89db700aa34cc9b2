package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The names of those who write: what {@code {avsändare}} says. */
@ApplicationScoped
class Authors {

    private static final NamedSql NAME = NamedSql.of("select name from staff where id = " + id(":actor"));

    private final Sql sql;

    Authors(Sql sql) {
        this.sql = sql;
    }

    /** Of a staff member; null for a tool. */
    @Nullable
    String name(Actor actor) {
        return name(actor.toString());
    }

    /** @param actor as it is stored */
    @Nullable
    String name(String actor) {
        return sql.first(NAME, Map.of("actor", actor), row -> row.text("name")).orElse(null);
    }

    /** The number of the staff member, or null, of an actor as it is stored. */
    static String id(String actor) {
        return "cast(substring(" + actor + " from '^staff:([0-9]+)$') as bigint)";
    }
}
