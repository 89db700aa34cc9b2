package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.accounts.Access;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.people.VisiblePeople;

/** What a text may say of somebody, before it is sent to them. */
@ApplicationScoped
class Recipients {

    private static final NamedSql OF_PERSON = NamedSql.of("""
            select p.given_name, p.family_name, p.city, p.language, o.name as organization from person p join organization o on o.id = :organization
            where p.id = :person and (p.restricted_at is null or :administrator) and """ + VisiblePeople.from(":organization"));

    private static final NamedSql OF_ORGANIZATION =
            NamedSql.of("select name from organization where id = :organization");

    private final Sql sql;
    private final Access access;

    Recipients(Sql sql, Access access) {
        this.sql = sql;
        this.access = access;
    }

    /** By the fields' keys; empty when nobody is seen here by this number. */
    Optional<Map<String, String>> fields(long person) {
        return sql.first(
                OF_PERSON,
                Map.of(
                        "organization", access.organizationId(),
                        "person", person,
                        "administrator", access.administrator()),
                MessageFields::ofReader);
    }

    /** Of somebody who does not exist, with names of the usual length. */
    Map<String, String> invented() {
        return invented(access.organizationId());
    }

    Map<String, String> invented(long organizationId) {
        var fields = new HashMap<>(Map.of(
                "given_name", "Annika", "family_name", "Lindström", "name", "Annika Lindström", "city", "Hägersten"));
        sql.first(OF_ORGANIZATION, Map.of("organization", organizationId), row -> row.text("name"))
                .ifPresent(name -> fields.put("organization", name));
        return fields;
    }
}
