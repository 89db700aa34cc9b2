package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/**
 * The kinds that an organization may use: its own and those of the organizations above. Where there are none on the way up
 * the built-in ones are made, for whoever asks first.
 */
@ApplicationScoped
public class EventKinds {

    /** A built-in kind that several on the way up have is the nearest one's. */
    private static final String USABLE = """
            select distinct on (coalesce(k.key, cast(k.id as text))) k.*, c.depth
            from organization_closure c join event_kind k on k.organization_id = c.ancestor_id
            where c.descendant_id = :organization
            order by coalesce(k.key, cast(k.id as text)), c.depth, k.id""";

    private static final NamedSql LIST = NamedSql.of("select * from (" + USABLE + """
            ) u where u.archived_at is null or :archived order by lower(u.title), u.id limit 200""");

    private static final NamedSql FIND = NamedSql.of("""
            select k.* from event_kind k join organization_closure c on c.ancestor_id = k.organization_id
            where c.descendant_id = :organization and k.id = :id""");

    private static final NamedSql LOCK = NamedSql.of(
            "select k.* from event_kind k where k.organization_id = :organization and k.id = :id for update");

    private static final NamedSql MAKE = NamedSql.of("""
            insert into event_kind (organization_id, title, key, ringstuga, created_at, created_by)
            select :organization, b.title, b.key, b.key = 'ringstuga', :now, :actor
            from unnest(cast(:keys as text[]), cast(:titles as text[])) with ordinality b(key, title, place)
            where not exists (select from organization_closure c join event_kind k on k.organization_id = c.ancestor_id
                              where c.descendant_id = :organization and k.key is not null)
            order by b.place
            on conflict do nothing""");

    private static final NamedSql ADD = NamedSql.of("""
            insert into event_kind (organization_id, title, ringstuga, created_at, created_by)
            values (:organization, :title, :ringstuga, :now, :actor) returning *""");

    private static final NamedSql CHANGE = NamedSql.of("""
            update event_kind set title = :title, ringstuga = :ringstuga, archived_at = cast(:archived_at as timestamptz),
              version = version + 1
            where id = :id returning *""");

    private static final NamedSql SAME_TITLE = NamedSql.of("""
            select id from event_kind
            where organization_id = :organization and lower(title) = lower(:title) and archived_at is null and id <> :id""");

    private final Sql sql;
    private final Clock clock;

    EventKinds(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Those that are in use, by title; call it in a transaction, since the first time makes them. */
    public List<EventKind> usable(long organizationId) {
        return list(organizationId, false);
    }

    /** One that the organization may use, in use or not. */
    public Optional<EventKind> find(long organizationId, long id) {
        return sql.first(FIND, Map.of("organization", organizationId, "id", id), EventKinds::kind);
    }

    List<EventKind> list(long organizationId, boolean archived) {
        make(organizationId);
        return sql.list(LIST, Map.of("organization", organizationId, "archived", archived), EventKinds::kind);
    }

    /** One of the organization's own, to be changed. */
    Optional<EventKind> lock(long organizationId, long id) {
        return sql.first(LOCK, Map.of("organization", organizationId, "id", id), EventKinds::kind);
    }

    boolean taken(long organizationId, String title, long exceptId) {
        return sql.first(
                        SAME_TITLE,
                        Map.of("organization", organizationId, "title", title, "id", exceptId),
                        row -> row.number("id"))
                .isPresent();
    }

    EventKind add(long organizationId, String title, boolean ringstuga, Actor actor) {
        return sql.first(
                        ADD,
                        Map.of(
                                "organization", organizationId,
                                "title", title,
                                "ringstuga", ringstuga,
                                "actor", actor.toString(),
                                "now", clock.instant()),
                        EventKinds::kind)
                .orElseThrow();
    }

    EventKind change(long id, String title, boolean ringstuga, @Nullable Instant archivedAt) {
        var parameters = new HashMap<String, Object>(Map.of("id", id, "title", title, "ringstuga", ringstuga));
        parameters.put("archived_at", archivedAt);
        return sql.first(CHANGE, parameters, EventKinds::kind).orElseThrow();
    }

    private void make(long organizationId) {
        sql.update(
                MAKE,
                Map.of(
                        "organization", organizationId,
                        "keys", BuiltInKind.keys(),
                        "titles", BuiltInKind.titles(),
                        "actor", Actor.SYSTEM.toString(),
                        "now", clock.instant()));
    }

    private static EventKind kind(Row row) {
        return new EventKind(
                row.number("id"),
                row.number("organization_id"),
                row.text("title"),
                row.textOrNull("key"),
                row.is("ringstuga"),
                row.instantOrNull("archived_at"),
                row.count("version"));
    }
}
