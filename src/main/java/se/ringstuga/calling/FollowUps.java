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

    /** The oldest; whoever has handled them sees the next. */
    static final int MOST = 200;

    private static final NamedSql LIST = NamedSql.of("""
            select f.kind, f.id, k.id as call_id, k.person_id, p.given_name, p.family_name, c.id as caller_id,
                   c.name as caller_name, f.secret, f.fact, f.text, f.at,
                   f.secret and not :administrator as untold, t.taken_by, t.taken_at,
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
            left join call_follow_up_taking t on t.assignment_id = :assignment and t.kind = f.kind and t.item_id = f.id
            where k.organization_id = :organization and (p.restricted_at is null or :administrator)
            order by f.at, f.id limit :most""");

    private static final NamedSql TAKE = NamedSql.of("""
            insert into call_follow_up_taking (assignment_id, kind, item_id, taken_by, taken_at)
            values (:assignment, :kind, :id, :actor, :now) on conflict do nothing""");

    private static final NamedSql LET_GO = NamedSql.of("""
            delete from call_follow_up_taking where assignment_id = :assignment and kind = :kind and item_id = :id""");

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

    /** Somebody says that they see to it, so that nobody else does; whoever was first keeps it. */
    public void take(CallScope scope, long assignmentId, Seen seen) {
        sql.update(TAKE, open(scope, assignmentId, seen));
    }

    /** It is anyone's again. */
    public void letGo(CallScope scope, long assignmentId, Seen seen) {
        sql.update(LET_GO, open(scope, assignmentId, seen));
    }

    /** One that stands in the list of whoever sees it; what is untold there is not theirs. */
    private Map<String, Object> open(CallScope scope, long assignmentId, Seen seen) {
        require(list(scope, assignmentId, seen.administrator()).stream()
                .anyMatch(item -> item.kind() == seen.kind()
                        && item.id() == seen.id()
                        && (seen.administrator() || !item.forAdministrators())));
        var parameters = key(scope, assignmentId, seen.administrator());
        parameters.put("kind", seen.kind());
        parameters.put("id", seen.id());
        return parameters;
    }

    /** Somebody has looked at it. A person who waited for that is in the queue again. */
    public void handle(CallScope scope, long assignmentId, Handling handling) {
        var parameters = key(scope, assignmentId, handling.administrator());
        parameters.put("id", handling.id());
        parameters.put("kind", handling.kind());
        sql.update(LET_GO, parameters);
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
                "assignment",
                assignmentId,
                "organization",
                scope.organizationId(),
                "administrator",
                administrator,
                "actor",
                scope.actor().toString(),
                "most",
                MOST,
                "now",
                clock.instant()));
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
                row.instant("at"),
                row.textOrNull("taken_by"),
                row.instantOrNull("taken_at"));
    }

    /**
     * What was decided about one item.
     *
     * @param mistaken of a fact that stopped the person everywhere: it was not so, the stop is lifted
     * @param administrator whether the one who decides may see threats
     */
    public record Handling(FollowUpItem.Kind kind, long id, boolean mistaken, boolean administrator) {}

    /**
     * An item in the list of somebody.
     *
     * @param administrator whether they may see threats
     */
    public record Seen(FollowUpItem.Kind kind, long id, boolean administrator) {}

    private record Stop(long callId, long rootId, @Nullable String people) {}
}
