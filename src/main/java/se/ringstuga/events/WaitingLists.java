package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Lets those who wait move up, in their turn, in the transaction in which a place becomes free. */
@ApplicationScoped
public class WaitingLists {

    /** Without a capacity there is room for everyone. */
    private static final NamedSql MOVE_UP = NamedSql.of("""
            with room as (
              select e.id, e.capacity - (select count(*) from sign_up s where s.event_id = e.id and s.state in ('SIGNED_UP', 'ATTENDED')) as free
              from event e
              where e.id = any (cast(:events as bigint[])) and e.published_at is not null and e.cancelled_at is null and e.starts_at > :now),
            turn as (
              select w.id from room cross join lateral (
                select s.id from sign_up s where s.event_id = room.id and s.state = 'WAITING'
                order by s.signed_up_at, s.id limit case when room.free is not null then greatest(room.free, 0) end) w)
            update sign_up s set state = 'SIGNED_UP', promoted_at = :now, changed_at = :now, changed_by = :actor, version = s.version + 1
            from turn where s.id = turn.id
            returning s.id, s.event_id, s.organization_id, s.person_organization, s.person_id, 'WAITING' as before""");

    /** Where a place became free in a way that nobody told of: people who are erased leave their rows behind. */
    private static final NamedSql OVERLOOKED = NamedSql.of("""
            select e.id from event e
            where e.id in (select s.event_id from sign_up s where s.state = 'WAITING')
              and e.published_at is not null and e.cancelled_at is null and e.starts_at > :now
              and (e.capacity is null
                   or e.capacity > (select count(*) from sign_up t where t.event_id = e.id and t.state in ('SIGNED_UP', 'ATTENDED')))
            order by e.id limit 100 for no key update of e skip locked""");

    private final Sql sql;
    private final Event<SignUpChanged> changed;
    private final Clock clock;

    WaitingLists(Sql sql, Event<SignUpChanged> changed, Clock clock) {
        this.sql = sql;
        this.changed = changed;
        this.clock = clock;
    }

    /** The events' rows are locked by whoever freed a place. */
    void moveUp(List<Long> eventIds, SignUps.By by) {
        if (eventIds.isEmpty()) {
            return;
        }
        var moved = sql.list(
                MOVE_UP, Map.of("events", eventIds, "actor", by.actor(), "now", clock.instant()), SignUpRows.Moved::of);
        moved.forEach(one -> changed.fire(one.news(SignUpState.SIGNED_UP, by)));
    }

    /** How many events had places for somebody who waited; to be called again until there are none. */
    @Transactional
    public int catchUp() {
        var events = sql.list(OVERLOOKED, Map.of("now", clock.instant()), row -> row.number("id"));
        moveUp(events, new SignUps.By(SignUpSource.API, Actor.SYSTEM.toString()));
        return events.size();
    }
}
