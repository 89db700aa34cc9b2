package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.NotFound;

/**
 * The organizer's list of what calls left to decide. Of a threat organizers see that it waits for an administrator, and no
 * more (rule 10).
 */
@ApplicationScoped
public class FollowUps {

    private static final NamedSql LIST = NamedSql.of("""
            select f.kind, f.id, k.id as call_id, k.person_id, p.given_name, p.family_name, c.id as caller_id,
                   c.name as caller_name, f.secret, f.fact, f.text, f.at,
                   f.secret and not :administrator as untold,
                   (select n.text from call_note n where f.fact = 'THREAT' and n.call_id = k.id and n.removed_at is null) as note
            from (select 'UNREPORTED' as kind, u.id, u.id as call_id, false as secret, null as fact, '' as text,
                         u.ended_at as at
                  from call u where u.assignment_id = :assignment and u.state = 'UNREPORTED' and u.handled_at is null
                  union all
                  select 'MESSAGE', m.id, m.call_id, m.administrators_only, nullif(m.kind, 'MESSAGE'), m.text, m.created_at
                  from organizer_message m
                  where m.assignment_id = :assignment and m.handled_at is null and m.withdrawn_at is null
                  union all
                  select 'CONFLICT', x.id, x.id, false, null, '', x.reported_at from call x
                  where x.assignment_id = :assignment and x.conflict and x.conflict_handled_at is null
                    and x.state = 'REPORTED') f
            join call k on k.id = f.call_id join person p on p.id = k.person_id join caller c on c.id = k.caller_id
            where k.organization_id = :organization and (p.restricted_at is null or :administrator)
            order by f.at, f.id""");

    private static final NamedSql HANDLE_MESSAGE = NamedSql.of("""
            with handled as (
              update organizer_message m set handled_at = :now, handled_by = :actor
              where m.id = :id and m.assignment_id = :assignment and m.organization_id = :organization
                and m.handled_at is null and m.withdrawn_at is null and (not m.administrators_only or :administrator)
              returning m.id, m.person_id)
            update call_queue_entry e set blocked_at = null from handled
            where e.assignment_id = :assignment and e.person_id = handled.person_id
              and not exists (select from organizer_message o where o.assignment_id = :assignment
                                and o.person_id = handled.person_id and o.handled_at is null and o.withdrawn_at is null
                                and o.id <> handled.id)""");

    private static final NamedSql HANDLE_NOTICE = NamedSql.of("""
            update notice n set handled_at = :now, handled_by = :actor from organizer_message m
            where m.id = :id and n.kind = 'threat' and n.subject = 'call:' || m.call_id
              and n.organization_id = :organization and n.handled_at is null""");

    private static final NamedSql MESSAGE = NamedSql.of("""
            select m.call_id, k.root_id, cast(k.effects -> 'stopped' as text) as stopped from organizer_message m
            join call k on k.id = m.call_id
            where m.id = :id and m.assignment_id = :assignment and m.organization_id = :organization
              and m.withdrawn_at is null and (not m.administrators_only or :administrator)""");

    private static final NamedSql HANDLE_UNREPORTED = NamedSql.of("""
            update call set handled_at = :now, handled_by = :actor
            where id = :id and assignment_id = :assignment and organization_id = :organization and state = 'UNREPORTED'""");

    private static final NamedSql HANDLE_CONFLICT = NamedSql.of("""
            update call set conflict_handled_at = :now
            where id = :id and assignment_id = :assignment and organization_id = :organization and conflict""");

    private final Sql sql;
    private final ReportJson json;
    private final PersonStops stops;
    private final QueueNews news;
    private final Clock clock;

    FollowUps(Sql sql, ReportJson json, PersonStops stops, QueueNews news, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.stops = stops;
        this.news = news;
        this.clock = clock;
    }

    /**
     * What nobody has handled yet, oldest first.
     *
     * @param administrator whether what threats are about, and protected people, are shown
     */
    public List<FollowUpItem> list(CallScope scope, long assignmentId, boolean administrator) {
        return sql.list(LIST, key(scope, assignmentId, administrator), FollowUps::item);
    }

    /** Somebody has looked at it. A person who waited for that is in the queue again. */
    public void handle(CallScope scope, long assignmentId, Handling handling) {
        var parameters = key(scope, assignmentId, handling.administrator());
        parameters.put("id", handling.id());
        switch (handling.kind()) {
            case UNREPORTED -> require(sql.update(HANDLE_UNREPORTED, parameters) == 1);
            case CONFLICT -> require(sql.update(HANDLE_CONFLICT, parameters) == 1);
            case MESSAGE -> message(scope, parameters, handling.mistaken());
        }
    }

    private void message(CallScope scope, Map<String, Object> parameters, boolean mistaken) {
        var stop = sql.first(
                MESSAGE,
                parameters,
                row -> new Stop(row.number("call_id"), row.number("root_id"), row.textOrNull("stopped")));
        require(stop.isPresent());
        sql.update(HANDLE_MESSAGE, parameters);
        sql.update(HANDLE_NOTICE, parameters);
        if (mistaken && stop.get().people() != null) {
            var people = json.ids(String.valueOf(stop.get().people()));
            stops.lift(
                    people,
                    new PersonStops.Deciding(
                            scope.organizationId(),
                            stop.get().callId(),
                            scope.actor().toString()));
            news.changed(stop.get().rootId(), people);
        }
    }

    private static void require(boolean found) {
        if (!found) {
            throw new NotFound();
        }
    }

    private Map<String, Object> key(CallScope scope, long assignmentId, boolean administrator) {
        return new HashMap<>(Map.of(
                "assignment", assignmentId,
                "organization", scope.organizationId(),
                "administrator", administrator,
                "actor", scope.actor().toString(),
                "now", clock.instant()));
    }

    private static FollowUpItem item(Row row) {
        if (row.is("untold")) {
            return FollowUpItem.untold(row.number("id"), row.instant("at"));
        }
        var fact = row.textOrNull("fact");
        return new FollowUpItem(
                FollowUpItem.Kind.valueOf(row.text("kind")),
                row.number("id"),
                row.is("secret"),
                row.number("call_id"),
                row.number("person_id"),
                (row.text("given_name") + " " + row.text("family_name")).strip(),
                row.number("caller_id"),
                row.text("caller_name"),
                fact == null ? null : PersonFact.valueOf(fact),
                row.text("text"),
                row.textOrNull("note"),
                row.instant("at"));
    }

    /**
     * What was decided about one item.
     *
     * @param mistaken of a fact that stopped the person everywhere: it was not so, the stop is lifted
     * @param administrator whether the one who decides may see threats
     */
    public record Handling(FollowUpItem.Kind kind, long id, boolean mistaken, boolean administrator) {}

    private record Stop(long callId, long rootId, @Nullable String people) {}
}
