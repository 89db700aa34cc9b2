package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Language;
import se.ringstuga.people.CurrentMember;

/** Finds the person of a personal link; nobody whom an organizer has taken out of everything. */
@ApplicationScoped
class LinkOwners {

    private static final NamedSql FIND = NamedSql.of("""
            select p.id, p.organization_id, p.given_name, p.language, o.time_zone,
                   {member} as member
            from person p join organization o on o.id = p.organization_id
            where p.id = :person and p.stopped_at is null""".replace(
                    "{member}", CurrentMember.on("cast(cast(:now as timestamptz) at time zone o.time_zone as date)")));

    private final Sql sql;
    private final Clock clock;

    LinkOwners(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<LinkOwner> find(long personId) {
        return sql.first(FIND, Map.of("person", personId, "now", clock.instant()), LinkOwners::owner);
    }

    private static LinkOwner owner(Row row) {
        return new LinkOwner(
                new Consents.Person(row.number("organization_id"), row.number("id")),
                row.text("given_name"),
                row.is("member"),
                Language.ofTag(row.textOrNull("language")).orElse(Language.SWEDISH),
                ZoneId.of(row.text("time_zone")));
    }
}
