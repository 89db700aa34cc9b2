package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.NotFound;

/** Finds whose calendar an address means. */
@ApplicationScoped
class CalendarOwners {

    private static final NamedSql BY_SLUG = NamedSql.of("""
            select o.id, o.slug, o.name, o.time_zone,
                   coalesce(cast(o.settings ->> 'publicCalendar' as boolean), true) as open,
                   exists (select from organization_closure c where c.ancestor_id = o.id and c.depth > 0) as has_below
            from organization o where o.slug = :slug""");

    private final Sql sql;

    CalendarOwners(Sql sql) {
        this.sql = sql;
    }

    /** @throws NotFound when there is none, or none for everybody: the two look the same */
    CalendarOwner open(String slug) {
        return find(slug).filter(CalendarOwner::open).orElseThrow(NotFound::new);
    }

    /** Whoever asks has been admitted to the organization, or has a place at something of it. */
    CalendarOwner own(String slug) {
        return find(slug).orElseThrow(NotFound::new);
    }

    private Optional<CalendarOwner> find(String slug) {
        return sql.first(BY_SLUG, Map.of("slug", slug), CalendarOwners::owner);
    }

    private static CalendarOwner owner(Row row) {
        return new CalendarOwner(
                row.number("id"),
                row.text("slug"),
                row.text("name"),
                ZoneId.of(row.text("time_zone")),
                row.is("open"),
                row.is("has_below"));
    }
}
