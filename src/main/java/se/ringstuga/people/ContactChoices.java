package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What a person has said yes and no to, as it holds now; read from the table of the contact policy. */
@ApplicationScoped
class ContactChoices {

    private static final NamedSql OF = NamedSql.of("""
            select channel, purpose, decision = 'GRANTED' as granted from contact_state
            where person_id = :person and decision in ('GRANTED', 'WITHDRAWN')
            order by granted, channel desc, purpose limit 30""");

    private final Sql sql;

    ContactChoices(Sql sql) {
        this.sql = sql;
    }

    record Choice(String channel, String purpose, boolean granted) {}

    List<Choice> of(long personId) {
        return sql.list(
                OF,
                Map.of("person", personId),
                row -> new Choice(row.text("channel"), row.text("purpose"), row.is("granted")));
    }
}
