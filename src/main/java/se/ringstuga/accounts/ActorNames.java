package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Who an actor in stored form ({@code staff:7}) is, for pages that tell who did something. */
@ApplicationScoped
public class ActorNames {

    private static final String PRODUCT = "Ringstuga";

    /** Whoever has left since keeps the name under which it was done. */
    private static final NamedSql STAFF = NamedSql.of("select name from staff where id = :id");

    private static final NamedSql TOKEN = NamedSql.of("select title as name from api_token where id = :id");

    private final Sql sql;

    ActorNames(Sql sql) {
        this.sql = sql;
    }

    public String of(String actor) {
        var colon = actor.indexOf(':');
        var id = actor.substring(colon + 1);
        if (!id.matches("[0-9]{1,18}")) {
            return PRODUCT;
        }
        return switch (actor.substring(0, Math.max(colon, 0))) {
            case "staff" -> name(STAFF, id).orElse(PRODUCT);
            case "token" -> name(TOKEN, id).orElse(PRODUCT);
            default -> PRODUCT;
        };
    }

    private Optional<String> name(NamedSql statement, String id) {
        return sql.first(statement, Map.of("id", Long.parseLong(id)), row -> row.text("name"));
    }
}
