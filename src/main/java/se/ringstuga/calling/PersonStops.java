package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.events.Departures;
import se.ringstuga.people.PeopleStopped;

/** The dead, those who left and those who never were members: nothing reaches them until an organizer decides (rule 10). */
@ApplicationScoped
class PersonStops {

    /**
     * The same human may stand in several registers of the tree: the same name with a number or address in common, each
     * looked up by its own index.
     */
    private static final NamedSql STOP = NamedSql.of("""
            with stopped as (
            update person p set stopped_at = :now, stopped_reason = :fact, updated_at = :now, version = p.version + 1
            from person me cross join lateral (
              select me.id
              union select q.id from person q where q.phone in (me.phone, me.alt_phone)
              union select q.id from person q where q.alt_phone in (me.phone, me.alt_phone)
              union select q.id from organization o join person q on q.organization_id = o.id
                    where o.root_id = :root and lower(q.email) = lower(me.email)) alike
            where me.id = :person and p.id = alike.id and p.stopped_at is null
              and (p.id = me.id
                   or (p.organization_id in (select o.id from organization o where o.root_id = :root)
                       and lower(p.given_name) = lower(me.given_name) and lower(p.family_name) = lower(me.family_name)))
            returning p.organization_id, p.id, p.stopped_reason as fact),
            """ + remembered("STOPPED", "call.stopped"));

    private static final NamedSql LIFT = NamedSql.of("""
            with stopped as (
            update person p set stopped_at = null, stopped_reason = null, updated_at = :now, version = p.version + 1
            from person former
            where p.id = any (cast(:people as bigint[])) and former.id = p.id and former.stopped_at is not null
            returning p.organization_id, p.id, former.stopped_reason as fact),
            """ + remembered("STOP_LIFTED", "call.stop-lifted"));

    /** Whoever is called on one of these numbers, anywhere in the tree. */
    private static final NamedSql ON_NUMBERS = NamedSql.of("""
            select p.id from person p
            where p.id in (select q.id from person q where q.phone = any (cast(:numbers as text[]))
                           union select q.id from person q where q.alt_phone = any (cast(:numbers as text[])))
              and p.organization_id in (select o.id from organization o where o.root_id = :root)""");

    /** Whoever is being claimed elsewhere this moment is passed by: that claim asks for the truth after it has waited. */
    private static final NamedSql LEAVE = NamedSql.of("""
            update call_queue_entry e set done_at = :now, done_reason = :reason
            from (select q.assignment_id, q.person_id from call_queue_entry q
                  where q.person_id = any (cast(:people as bigint[])) and q.done_at is null and q.claimed_until is null
                    and q.assignment_id in (select a.id from call_assignment a where a.root_id = :root and a.closed_at is null)
                  for update skip locked) leaving
            where e.assignment_id = leaving.assignment_id and e.person_id = leaving.person_id""");

    private final Sql sql;
    private final EndedClaims ended;
    private final Event<PeopleStopped> peopleStopped;
    private final Departures departures;
    private final Clock clock;

    PersonStops(Sql sql, EndedClaims ended, Event<PeopleStopped> peopleStopped, Departures departures, Clock clock) {
        this.sql = sql;
        this.ended = ended;
        this.peopleStopped = peopleStopped;
        this.departures = departures;
        this.clock = clock;
    }

    /**
     * Who decides, and about which call.
     *
     * @param organizationId whose access log tells of it
     */
    record Deciding(long organizationId, long callId, String actor) {

        static Deciding of(CallRow call, String actor) {
            return new Deciding(call.organizationId(), call.id(), actor);
        }
    }

    /** The timeline of each says why nobody calls them, and the access log who was touched. */
    private static String remembered(String kind, String action) {
        return """
            told as (
              insert into person_event (organization_id, person_id, at, actor, kind, details)
              select organization_id, id, :now, :actor, '{kind}', jsonb_build_object('reason', fact) from stopped),
            logged as (
              insert into access_log (organization_id, at, actor, action, subject, person_ids)
              select :organization, :now, :actor, '{action}', 'call:' || :call, array_agg(id) from stopped
              having count(*) > 0)
            select id from stopped""".replace("{kind}", kind).replace("{action}", action);
    }

    /** Answers everybody who was stopped by this. */
    List<Long> stop(CallRow call, PersonFact fact, String actor) {
        var parameters = parameters(Deciding.of(call, actor));
        parameters.putAll(Map.of("person", call.personId(), "root", call.rootId(), "fact", fact));
        var stopped = sql.list(STOP, parameters, row -> row.number("id"));
        peopleStopped.fire(new PeopleStopped(stopped));
        leaveQueues(call, stopped, "STOPPED");
        departures.leave(stopped, cause(call.id()));
        return stopped;
    }

    /** The stop was a mistake; the queues take them up again when they are next compared, and events at once. */
    void lift(List<Long> people, Deciding who) {
        var parameters = parameters(who);
        parameters.put("people", people);
        sql.list(LIFT, parameters, row -> row.number("id"));
        departures.returned(people, cause(who.callId()));
    }

    private static String cause(long callId) {
        return "call:" + callId;
    }

    List<Long> peopleOn(long rootId, List<String> numbers) {
        return sql.list(ON_NUMBERS, Map.of("root", rootId, "numbers", numbers), row -> row.number("id"));
    }

    private Map<String, Object> parameters(Deciding who) {
        return new HashMap<>(Map.of(
                "organization", who.organizationId(),
                "call", who.callId(),
                "actor", who.actor(),
                "now", clock.instant()));
    }

    void leaveQueues(CallRow call, List<Long> people, String reason) {
        ended.undialledOfPeople(people, call.id());
        sql.update(LEAVE, Map.of("people", people, "root", call.rootId(), "reason", reason, "now", clock.instant()));
    }
}
