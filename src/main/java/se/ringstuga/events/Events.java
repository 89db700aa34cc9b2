package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Events as rows: found, locked, made and changed one by one. */
@ApplicationScoped
public class Events {

    private static final NamedSql BY_ID =
            NamedSql.of("select " + EventRow.COLUMNS + " " + EventRow.FROM + " where e.id = :id");

    private static final NamedSql FIND = NamedSql.of("select " + EventRow.COLUMNS + " " + EventRow.FROM
            + " where e.organization_id = :organization and e.id = :id");

    /** The row alone, and read in the next statement: whoever is waited for may have given it another kind. */
    private static final NamedSql LOCK =
            NamedSql.of("select id from event where id = any (cast(:ids as bigint[])) order by id for no key update");

    private static final NamedSql ADD = NamedSql.of("""
            insert into event (organization_id, created_at, created_by, changed_at, uid, starts_at, ends_at, sign_up_opens, sign_up_closes, %s)
            values (:organization, :now, :actor, :now, :uid, :starts_at, :ends_at, cast(:opens as timestamptz), :closes, %s)
            returning id""".formatted(ContentRows.COLUMNS, ContentRows.VALUES));

    private static final NamedSql CHANGE = NamedSql.of("""
            update event set (starts_at, ends_at, sign_up_opens, sign_up_closes, %s)
                = row(:starts_at, :ends_at, cast(:opens as timestamptz), :closes, %s),
              own_changes = own_changes or series_id is not null,
              moved_at = cast(:moved_at as timestamptz), moved_from = cast(:moved_from as timestamptz),
              relocated_at = case when :relocated then cast(:now as timestamptz) else relocated_at end,
              sequence = :sequence, changed_at = :now, version = version + 1
            where id = :id""".formatted(ContentRows.COLUMNS, ContentRows.VALUES));

    private static final NamedSql PUBLISH = NamedSql.of("""
            update event set published_at = :now, published_by = :actor, changed_at = :now, version = version + 1
            where id = :id and published_at is null""");

    private static final NamedSql CANCEL = NamedSql.of("""
            update event set cancelled_at = :now, cancelled_by = :actor, cancelled_why = cast(:why as text),
              sequence = sequence + 1, changed_at = :now, version = version + 1
            where id = :id and cancelled_at is null""");

    private final Sql sql;

    Events(Sql sql) {
        this.sql = sql;
    }

    /** Whichever organization's. */
    public Optional<EventRow> find(long id) {
        return sql.first(BY_ID, Map.of("id", id), EventRow::of);
    }

    /** One of the organization's own. */
    public Optional<EventRow> find(long organizationId, long id) {
        return sql.first(FIND, Map.of("organization", organizationId, "id", id), EventRow::of);
    }

    /** To be changed: whoever wants to change it or sign up at the same time waits. */
    public Optional<EventRow> lock(long organizationId, long id) {
        lock(List.of(id));
        return find(organizationId, id);
    }

    /** The same whichever organization's: before anything is written about who comes. */
    Optional<EventRow> lock(long id) {
        lock(List.of(id));
        return find(id);
    }

    /** Several, in the order in which everybody locks them. */
    void lock(List<Long> ids) {
        if (!ids.isEmpty()) {
            sql.list(LOCK, Map.of("ids", ids), row -> row.number("id"));
        }
    }

    long add(long organizationId, EventContent content, EventTimes times, Written written) {
        var parameters = parameters(content, times, written);
        parameters.put("organization", organizationId);
        parameters.put("uid", UUID.randomUUID() + "@ringstuga");
        return sql.first(ADD, parameters, row -> row.number("id")).orElseThrow();
    }

    /** Who wrote, and when. */
    record Written(String actor, Instant now) {}

    /**
     * An event of a series goes its own way from then on.
     *
     * @param tell whether those who have signed up are told if it is at another place
     */
    void change(EventRow event, EventContent content, EventTimes times, boolean tell, Written written) {
        var moved = event.publishedAt() != null && !times.startsAt().equals(event.startsAt());
        var parameters = parameters(content, times, written);
        parameters.put("id", event.id());
        parameters.put("moved_at", moved ? written.now() : event.movedAt());
        parameters.put("moved_from", moved ? event.startsAt() : event.movedFrom());
        parameters.put(
                "relocated",
                tell
                        && event.publishedAt() != null
                        && content.place().isElsewhereThan(event.content().place()));
        parameters.put("sequence", event.publishedAt() == null ? event.sequence() : event.sequence() + 1);
        sql.update(CHANGE, parameters);
    }

    boolean publish(long id, Written written) {
        return sql.update(PUBLISH, Map.of("id", id, "actor", written.actor(), "now", written.now())) == 1;
    }

    boolean cancel(long id, @Nullable String why, Written written) {
        var parameters = new HashMap<String, Object>(Map.of("id", id, "actor", written.actor(), "now", written.now()));
        parameters.put("why", why);
        return sql.update(CANCEL, parameters) == 1;
    }

    private static Map<String, Object> parameters(EventContent content, EventTimes times, Written written) {
        var parameters = ContentRows.parameters(content);
        parameters.put("starts_at", times.startsAt());
        parameters.put("ends_at", times.endsAt());
        parameters.put("opens", times.signUpOpens());
        parameters.put("closes", times.signUpCloses());
        parameters.put("actor", written.actor());
        parameters.put("now", written.now());
        return parameters;
    }
}
