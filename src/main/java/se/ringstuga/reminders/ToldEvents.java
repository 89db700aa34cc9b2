package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.events.EventContent;
import se.ringstuga.events.EventRow;

/** Events as texts tell of them. */
@ApplicationScoped
public class ToldEvents {

    /** Over {@code e}, {@code o} its organization, and {@code st} whom to ask about it. */
    static final String COLUMNS = """
            e.title, e.starts_at, e.ends_at, e.place, e.address, e.online_link, e.cancelled_why, e.contact_phone, e.contact_email,
            o.time_zone, o.name as association, st.name as contact""";

    private static final NamedSql FIND =
            NamedSql.of("select e.id, " + COLUMNS + """
             from event e join organization o on o.id = e.organization_id
            left join staff st on st.id = {contact}
            where e.id = any (cast(:ids as bigint[]))""".replace("{contact}", EventRow.CONTACT));

    private final Sql sql;

    ToldEvents(Sql sql) {
        this.sql = sql;
    }

    /** By id; those that are there no more are left out. */
    public Map<Long, EventTexts.Told> of(Collection<Long> ids) {
        var events = new HashMap<Long, EventTexts.Told>();
        if (!ids.isEmpty()) {
            sql.list(FIND, Map.of("ids", ids), row -> events.put(row.number("id"), told(row)));
        }
        return events;
    }

    static EventTexts.Told told(Row row) {
        var contact = new EventContent.Contact(null, row.textOrNull("contact_phone"), row.textOrNull("contact_email"));
        return new EventTexts.Told(
                row.text("title"),
                row.instant("starts_at"),
                row.instant("ends_at"),
                ZoneId.of(row.text("time_zone")),
                row.textOrNull("place"),
                row.textOrNull("address"),
                row.textOrNull("online_link"),
                Optional.ofNullable(contact.line(row.textOrNull("contact"))).orElseGet(() -> row.text("association")),
                row.textOrNull("cancelled_why"));
    }
}
