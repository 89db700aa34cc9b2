package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.segments.Condition;

/**
 * Writes down who is invited, many at a time, so that they can be reminded and asked about. Whoever stands with the event
 * already is left as they are. There is no {@link SignUpChanged} for each of them.
 */
@ApplicationScoped
class Invitations {

    private static final Logger LOG = Logger.getLogger(Invitations.class);

    private static final String NOT_THERE_YET = """
            from event e cross join person p
            where e.id = :event and p.stopped_at is null and {people}
              and not exists (select from sign_up s where s.event_id = e.id and s.person_id = p.id)""";

    private static final String INVITE = """
            insert into sign_up (organization_id, event_id, person_organization, person_id, state, source, invited_at, created_at,
              changed_at, changed_by)
            select e.organization_id, e.id, p.organization_id, p.id, 'INVITED', 'INVITATION', :now, :now, :now, :actor
            """ + NOT_THERE_YET + """

            on conflict (event_id, person_id) where person_id is not null do nothing""";

    private static final NamedSql AHEAD = NamedSql.of("""
            select e.id from event e
            where e.starts_at > :now and e.published_at is not null and e.cancelled_at is null and e.visibility = 'INVITED'
              and e.segment_id is not null
            order by e.id""");

    private final Sql sql;
    private final Events events;
    private final InvitedPeople invitedPeople;
    private final Clock clock;

    Invitations(Sql sql, Events events, InvitedPeople invitedPeople, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.invitedPeople = invitedPeople;
        this.clock = clock;
    }

    /** Those who have come into the segments of the events ahead since; how many they are. */
    int catchUp() {
        return sql.list(AHEAD, Map.of("now", clock.instant()), row -> row.number("id")).stream()
                .mapToInt(this::alone)
                .sum();
    }

    private int alone(long eventId) {
        try {
            return inviteSegment(eventId);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "invitations to event %d are tried again", eventId);
            return 0;
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int inviteSegment(long eventId) {
        return events.lock(eventId)
                .map(event -> ofSegment(event, Actor.SYSTEM.toString()))
                .orElse(0);
    }

    /** Of several events at once, which are locked here by their ids. */
    void ofSegments(List<Long> eventIds, String actor) {
        eventIds.forEach(id -> events.lock(id).ifPresent(event -> ofSegment(event, actor)));
    }

    /** The event's own segment as it is now; the event is locked. */
    int ofSegment(EventRow event, String actor) {
        return invitedPeople.of(event).map(people -> add(event, people, actor)).orElse(0);
    }

    /** Whoever fits; the event is locked. */
    int add(EventRow event, Condition people, String actor) {
        var now = clock.instant();
        if (!event.ahead(now)) {
            return 0;
        }
        var parameters = new HashMap<>(people.parameters());
        parameters.putAll(Map.of("event", event.id(), "actor", actor, "now", now));
        return sql.update(sql.statement(INVITE.replace("{people}", people.sql())), parameters);
    }

    /** How many of them would be. */
    long count(EventRow event, Condition people) {
        var parameters = new HashMap<>(people.parameters());
        parameters.put("event", event.id());
        var question = "select count(*) as people " + NOT_THERE_YET.replace("{people}", people.sql());
        return sql.list(sql.statement(question), parameters, row -> row.number("people"))
                .getFirst();
    }

    /** People by their ids, of those whom the event's organization sees. */
    static Condition named(List<Long> personIds, Condition seen) {
        return new Condition("p.id = any (cast(:named as bigint[]))", Map.of("named", personIds)).and(seen);
    }
}
