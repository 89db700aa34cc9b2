package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.accounts.LivingRole;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.organizations.ContactAddress;

/** Staff whom people may ask about an event: those who work in the organization or in one above it. */
@ApplicationScoped
class ContactPersons {

    private static final String STAFF = """
            from staff s where s.disabled_at is null and exists (
              select from staff_role r join organization_closure c on c.ancestor_id = r.organization_id
              where r.staff_id = s.id and c.descendant_id = :organization and %s)""".formatted(LivingRole.of("r"));

    private static final NamedSql KNOWN = NamedSql.of("select s.id " + STAFF + " and s.id = :staff");

    private static final NamedSql LIST =
            NamedSql.of("select s.id, s.name " + STAFF + " order by lower(s.name), s.id limit 200");

    private static final NamedSql ADDRESS = NamedSql.of("select " + ContactAddress.of(":organization") + " as address");

    private final Sql sql;
    private final Clock clock;

    ContactPersons(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One to choose. */
    record Choice(long id, String name) {}

    /** Where the organization is written to; empty where it has chosen no address. */
    Optional<String> address(long organizationId) {
        return sql.first(
                        ADDRESS,
                        Map.of("organization", organizationId),
                        row -> Optional.ofNullable(row.textOrNull("address")))
                .flatMap(address -> address);
    }

    boolean known(long organizationId, long staffId) {
        return sql.first(
                        KNOWN,
                        Map.of("organization", organizationId, "staff", staffId, "now", clock.instant()),
                        row -> row.number("id"))
                .isPresent();
    }

    /** By name, so that a person can choose. */
    List<Choice> list(long organizationId) {
        return sql.list(
                LIST,
                Map.of("organization", organizationId, "now", clock.instant()),
                row -> new Choice(row.number("id"), row.text("name")));
    }
}
