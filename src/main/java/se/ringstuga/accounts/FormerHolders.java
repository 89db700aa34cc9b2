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
            select 'staff:' || from_staff as actor from staff_handover where kind = :draft and thing_id = :thing
            union
            select 'staff:' || h.from_staff from broadcast b
            join recurring_occurrence r on r.organization_id = b.organization_id and r.broadcast_id = b.id
            join staff_handover h on h.kind = :recurring and h.thing_id = r.recurring_id where b.id = :thing""");

    private final Sql sql;

    FormerHolders(Sql sql) {
        this.sql = sql;
    }

    /** Of the draft of a broadcast, and of what it is made from every month, as {@link Actor#toString} has them. */
    public List<String> ofBroadcast(long id) {
        var kinds = Map.<String, Object>of(
                "draft", HeldKind.BROADCAST_DRAFT.name(), "recurring", HeldKind.RECURRING.name(), "thing", id);
        return sql.list(OF, kinds, row -> row.text("actor"));
    }
}
