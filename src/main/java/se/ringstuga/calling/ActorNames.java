package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What those who did something are called: staff and callers by their names; tools have none. */
@ApplicationScoped
class ActorNames {

    private static final NamedSql NAMES = NamedSql.of("""
            select 'staff:' || s.id as actor, s.name from staff s where s.id = any (cast(:staff as bigint[]))
            union all
            select 'caller:' || c.id, c.name from caller c where c.id = any (cast(:callers as bigint[]))""");

    private final Sql sql;

    ActorNames(Sql sql) {
        this.sql = sql;
    }

    /** By the actors as they are stored; those without a name are not among them. */
    Map<String, String> of(Collection<String> actors) {
        var names = new HashMap<String, String>();
        sql.list(
                        NAMES,
                        Map.of("staff", ids(actors, "staff:"), "callers", ids(actors, "caller:")),
                        row -> Map.entry(row.text("actor"), row.text("name")))
                .forEach(name -> names.put(name.getKey(), name.getValue()));
        return names;
    }

    private static List<Long> ids(Collection<String> actors, String kind) {
        return actors.stream()
                .filter(actor -> actor.matches(kind + "[0-9]{1,18}"))
                .map(actor -> Long.valueOf(actor.substring(kind.length())))
                .distinct()
                .toList();
    }
}
