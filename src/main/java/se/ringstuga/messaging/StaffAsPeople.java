package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Who in the register a member of staff is: whoever has the address that they sign in with. */
@ApplicationScoped
class StaffAsPeople {

    private static final NamedSql BY_EMAIL = NamedSql.of("""
            select p.id from staff s join organization_closure c on c.ancestor_id = :organization
            join person p on p.organization_id = c.descendant_id and lower(p.email) = s.email and p.restricted_at is null
            where s.id = :staff order by c.depth, p.id limit 2""");

    private final Sql sql;

    StaffAsPeople(Sql sql) {
        this.sql = sql;
    }

    /** Nearest first; more than one where people share an address. */
    List<Long> of(long organizationId, long staffId) {
        return sql.list(BY_EMAIL, Map.of("organization", organizationId, "staff", staffId), row -> row.number("id"));
    }
}
