package se.ringstuga.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.people.VisiblePeople;

/** Who has a number, as far as an organization sees. */
@ApplicationScoped
class KnownPeople {

    /** Over {@code {phone}}: those that the organization {@code :organization} sees. A wrong number is somebody else's. */
    static final String ON_NUMBER = """
            p.id in (select id from person where phone = {phone} and phone_wrong_at is null
                     union all select id from person where alt_phone = {phone} and alt_phone_wrong_at is null)
            and\s""" + VisiblePeople.from(":organization");

    private static final NamedSql PEOPLE = NamedSql.of("""
            select p.organization_id, p.id, p.language, p.restricted_at is not null as restricted from person p
            where {known} order by p.restricted_at nulls first, p.id limit 50""".replace("{known}", ON_NUMBER.replace("{phone}", ":phone")));

    private final Sql sql;

    KnownPeople(Sql sql) {
        this.sql = sql;
    }

    /** Somebody who has the number. */
    record Known(Consents.Person person, @Nullable String language, boolean restricted) {}

    /** Those whose data is protected come last. */
    List<Known> of(long organizationId, String phone) {
        return sql.list(
                PEOPLE,
                Map.of("organization", organizationId, "phone", phone),
                row -> new Known(
                        new Consents.Person(row.number("organization_id"), row.number("id")),
                        row.textOrNull("language"),
                        row.is("restricted")));
    }
}
