package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Who is behind an actor: a token acts for whoever made it, so nobody becomes two by making one. */
@ApplicationScoped
public class TokenMakers {

    /** A token can have been made with another; those that came with the installation have nobody behind them. */
    private static final NamedSql BEHIND = NamedSql.of("""
            with recursive behind (actor, depth) as (
              select cast(:actor as text), 0
              union all
              select t.created_by, b.depth + 1 from behind b join api_token t on t.id = cast(substring(b.actor from 7) as bigint)
              where b.actor like 'token:%' and b.depth < 20)
            select actor from behind where actor not like 'system:%' order by depth desc limit 1""");

    private final Sql sql;

    TokenMakers(Sql sql) {
        this.sql = sql;
    }

    /** The actor itself, as {@link Actor#toString} has it, where nobody else is behind it. */
    public String behind(String actor) {
        return sql.first(BEHIND, Map.of("actor", actor), row -> row.text("actor"))
                .orElse(actor);
    }
}
