package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Who had something before another took it over: handing over makes nobody a stranger to what they wrote. */
@ApplicationScoped
public class FormerHolders {

    private static final NamedSql OF = NamedSql.of("""
            select distinct 'staff:' || from_staff as actor from staff_handover where kind = :kind and thing_id = :thing""");

    private final Sql sql;

    FormerHolders(Sql sql) {
        this.sql = sql;
    }

    /** Of the draft of a broadcast, as {@link Actor#toString} has them. */
    public List<String> ofBroadcast(long id) {
        return sql.list(OF, Map.of("kind", HeldKind.BROADCAST_DRAFT, "thing", id), row -> row.text("actor"));
    }
}
