package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.events.EventRow;

/** The activities that people can be invited to. */
@ApplicationScoped
class NextEvents {

    /**
     * The organization's own, and those of the ones above it: a district welcomes new members too. None that only those may see
     * whom somebody has chosen, and none to which one cannot sign up yet, or where there is neither a place nor a line: such a
     * one is waited for.
     */
    private static final NamedSql NEXT = NamedSql.of("""
            select e.id, e.starts_at from organization_closure c
            join event_kind k on case when cast(:kind as bigint) is null then k.key = :key else k.id = :kind end
            join event e on e.kind_id = k.id and e.organization_id = c.ancestor_id
            where c.descendant_id = :organization and e.starts_at > :now and e.published_at is not null and e.cancelled_at is null
              and e.visibility <> 'INVITED' and coalesce(e.sign_up_opens <= :now, true) and e.sign_up_closes > :now
              and (e.waiting_list or not {full})
            order by e.starts_at, e.id limit 1""".replace("{full}", EventRow.FULL));

    /** Who has a place, or stands in line, at any that is ahead: full ones and those whose sign-up is over too. */
    private static final NamedSql COMING = NamedSql.of("""
            select distinct s.person_id from sign_up s join event e on e.id = s.event_id
            join event_kind k on k.id = e.kind_id and case when cast(:kind as bigint) is null then k.key = :key else k.id = :kind end
            join organization_closure c on c.ancestor_id = e.organization_id and c.descendant_id = :organization
            where s.person_id = any (cast(:people as bigint[])) and s.state in ('SIGNED_UP', 'WAITING')
              and e.starts_at > :now and e.cancelled_at is null""");

    private static final NamedSql ANSWERED = NamedSql.of("""
            select s.person_id from sign_up s where s.event_id = :event and s.person_id = any (cast(:people as bigint[]))
              and s.state in ('SIGNED_UP', 'WAITING', 'CANCELLED', 'ATTENDED')""");

    private static final NamedSql INVITE = NamedSql.of("""
            insert into sign_up (organization_id, event_id, person_organization, person_id, state, source, invited_at, created_at, changed_at,
                                 changed_by)
            select e.organization_id, e.id, p.organization_id, p.id, 'INVITED', 'INVITATION', :now, :now, :now, :actor
            from event e join person p on p.id = any (cast(:people as bigint[]))
            where e.id = :event and e.cancelled_at is null
            on conflict do nothing""");

    private final Sql sql;

    NextEvents(Sql sql) {
        this.sql = sql;
    }

    record NextEvent(long id, Instant startsAt) {}

    Optional<NextEvent> next(long organizationId, Step.KindOfEvent kind, Instant now) {
        return sql.first(
                NEXT,
                ofKind(organizationId, kind, now),
                row -> new NextEvent(row.number("id"), row.instant("starts_at")));
    }

    /** Who of the people of a batch comes to one that is ahead. */
    List<Long> coming(Batch batch, Step.KindOfEvent kind) {
        var parameters = ofKind(batch.organizationId(), kind, batch.now());
        parameters.put("people", batch.ids());
        return sql.list(COMING, parameters, row -> row.number("person_id"));
    }

    private static Map<String, Object> ofKind(long organizationId, Step.KindOfEvent kind, Instant now) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organization", organizationId);
        parameters.put("kind", kind.id());
        parameters.put("key", kind.key());
        parameters.put("now", now);
        return parameters;
    }

    /** Who has said yes or no to it already. */
    List<Long> answered(long event, List<Long> people) {
        return sql.list(ANSWERED, Map.of("event", event, "people", people), row -> row.number("person_id"));
    }

    /**
     * Writes down that they are invited, unless something is written of them already. It locks no event: whoever holds one may
     * wait for the lanes in which the invitations were just put.
     */
    void invite(long event, List<Long> people, Stamp stamp) {
        var parameters = stamp.parameters();
        parameters.put("event", event);
        parameters.put("people", people);
        sql.update(INVITE, parameters);
    }
}
