package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.ringstuga.accounts.Actor;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.people.CurrentMember;
import se.ringstuga.people.MembershipsEnded;

/**
 * Takes people who left, or who are not to be contacted any more, away from what is ahead, in the transaction in which that
 * becomes known; their places go to whoever waits (rules 3 and 10).
 */
@ApplicationScoped
public class Departures {

    private static final NamedSql LOCK = NamedSql.of("""
            select e.id from event e
            where e.id in (select s.event_id from sign_up s
                           where s.person_id = any (cast(:people as bigint[])) and s.state in ('INVITED', 'SIGNED_UP', 'WAITING'))
              and e.starts_at > :now and e.cancelled_at is null
            order by e.id for no key update of e""");

    /** Whoever leaves in March comes in February. */
    private static final NamedSql LEAVE = NamedSql.of("""
            with leaving as (
              select s.id, s.state from sign_up s join event e on e.id = s.event_id join organization o on o.id = e.organization_id
              join person p on p.id = s.person_id
              where s.event_id = any (cast(:events as bigint[])) and s.person_id = any (cast(:people as bigint[]))
                and s.state in ('INVITED', 'SIGNED_UP', 'WAITING')
                and (p.stopped_at is not null
                     or not {member}))
            update sign_up s set state = 'CANCELLED', cancelled_at = :now, changed_at = :now, changed_by = :actor, version = s.version + 1
            from leaving where s.id = leaving.id
            returning s.id, s.event_id, s.organization_id, s.person_organization, s.person_id, leaving.state as before""".replace(
            "{member}", CurrentMember.on("cast(e.starts_at" + " at time" + " zone" + " o.time_zone" + " as date)")));

    private static final NamedSql LEFT_BY = NamedSql.of("""
            select s.event_id, s.person_organization, s.person_id, s.signed_up_at is null as invited from sign_up s
            where s.person_id = any (cast(:people as bigint[])) and s.state = 'CANCELLED' and s.changed_by = :actor
              and coalesce(s.signed_up_at, s.invited_at) is not null
            order by s.event_id, s.id""");

    private final Sql sql;
    private final SignUps signUps;
    private final WaitingLists waitingLists;
    private final Event<SignUpChanged> changed;
    private final Clock clock;

    Departures(Sql sql, SignUps signUps, WaitingLists waitingLists, Event<SignUpChanged> changed, Clock clock) {
        this.sql = sql;
        this.signUps = signUps;
        this.waitingLists = waitingLists;
        this.changed = changed;
        this.clock = clock;
    }

    void on(@Observes MembershipsEnded news) {
        leave(news.personIds(), Actor.SYSTEM.toString());
    }

    /**
     * They come to nothing any more.
     *
     * @param cause what is written beside each sign-up, and what {@link #returned} names to take it back
     */
    public void leave(List<Long> people, String cause) {
        if (people.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var events = sql.list(LOCK, Map.of("people", people, "now", now), row -> row.number("id"));
        if (events.isEmpty()) {
            return;
        }
        var by = new SignUps.By(SignUpSource.ORGANIZER, cause);
        var left = sql.list(
                LEAVE, Map.of("events", events, "people", people, "actor", cause, "now", now), SignUpRows.Moved::of);
        left.forEach(one -> changed.fire(one.news(SignUpState.CANCELLED, by)));
        waitingLists.moveUp(events, by);
    }

    /** That was a mistake: whoever was taken away for this cause has a place again, or one in the line, or is asked again. */
    public void returned(List<Long> people, String cause) {
        var by = new SignUps.By(SignUpSource.ORGANIZER, cause);
        sql.list(
                        LEFT_BY,
                        Map.of("people", people, "actor", cause),
                        row -> new Left(
                                row.number("event_id"),
                                new Consents.Person(row.number("person_organization"), row.number("person_id")),
                                row.is("invited")))
                .forEach(one -> {
                    if (one.invited()) {
                        signUps.inviteAgain(one.eventId(), one.person(), by);
                    } else {
                        signUps.signUp(one.eventId(), one.person(), by, Wishes.NONE);
                    }
                });
    }

    private record Left(long eventId, Consents.Person person, boolean invited) {}
}
