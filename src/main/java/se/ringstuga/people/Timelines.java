package se.ringstuga.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** What happened with a person, newest first, read from the tables of every feature that has something to tell. */
@ApplicationScoped
public class Timelines {

    /**
     * Answers, calls, messages, sign-ups and what was said in them are shown to the organization they belong to and those above it, never
     * downwards: a decision about contact that was taken in a call belongs to whoever called.
     */
    private static final String HAPPENED = """
            with below as (select descendant_id from organization_closure where ancestor_id = :viewer),
            happened as (
              select p.created_at as at, 'CREATED' as kind, p.id as ref, p.created_by as actor, '{}'::jsonb as details
              from person p where p.id = :person
              union all
              select e.at, e.kind, e.id, e.actor, e.details from person_event e where e.person_id = :person
              union all
              select pt.tagged_at, 'TAGGED', t.id, pt.tagged_by, jsonb_build_object('tagId', t.id, 'title', t.title)
              from person_tag pt join tag t on t.id = pt.tag_id
              where pt.person_id = :person and (t.organization_id in (select descendant_id from below)
                or t.organization_id in (select ancestor_id from organization_closure where descendant_id = :viewer))
              union all
              select c.connected_at, 'CONNECTED', o.id, c.connected_by,
                jsonb_build_object('organization', o.slug, 'source', c.source)
              from person_connection c join organization o on o.id = c.connected_to
              where c.person_id = :person and o.id in (select descendant_id from below)
              union all
              select c.at, 'CONSENT', c.id, c.actor, jsonb_build_object('channel', c.channel, 'purpose', c.purpose,
                'decision', c.decision, 'source', c.source)
              from contact_consent c
              where c.person_id = :person and coalesce(
                (select k.organization_id from call k where 'call:' || k.id = c.source and k.person_id = :person),
                c.organization_id) in (select descendant_id from below)
              union all
              select coalesce(c.reported_at, c.ended_at, c.claimed_at), 'CALL', c.id, 'caller:' || c.caller_id,
                jsonb_build_object('assignmentId', c.assignment_id, 'assignment', a.title, 'state', c.state,
                  'outcome', c.outcome, 'incoming', c.incoming)
              from call c join call_assignment a on a.id = c.assignment_id
              where c.person_id = :person and c.state in ('REPORTED', 'UNREPORTED')
                and c.organization_id in (select descendant_id from below)
              union all
              select s.submitted_at, 'SURVEY', s.id, s.actor, jsonb_build_object('surveyId', s.survey_id,
                'title', v.title, 'complete', s.complete, 'source', s.source)
              from submission s join survey v on v.id = s.survey_id
              where s.person_id = :person and s.superseded_at is null
                and s.organization_id in (select descendant_id from below)
              union all
              select coalesce(m.contacted_at, m.ended_at, m.created_at), 'MESSAGE', m.id, m.created_by,
                jsonb_build_object('channel', m.channel, 'purpose', m.purpose, 'state', m.state, 'reason', m.reason,
                  'code', m.code, 'source', m.source, 'endedAt', m.ended_at, 'replacedBy', m.replaced_by, 'broadcastId', b.id,
                  'title', b.title, 'event', e.title, 'eventId', e.id)
              from message m left join broadcast b on m.source = 'BROADCAST' and b.id = m.source_id
              left join reminder r on m.source in ('REMINDER', 'EVENT') and r.id = m.source_id
              left join event e on e.id = r.event_id
              where m.person_id = :person and m.organization_id in (select descendant_id from below)
              union all
              select f.at, f.kind, u.id, case when f.at = u.changed_at then u.changed_by else 'system:0' end,
                jsonb_build_object('eventId', e.id, 'title', e.title, 'startsAt', e.starts_at, 'source', u.source)
              from sign_up u join event e on e.id = u.event_id cross join lateral (values
                (u.invited_at, 'INVITED'),
                (u.signed_up_at, case when u.state = 'WAITING' or u.promoted_at >= u.signed_up_at then 'WAITING' else 'SIGNED_UP' end),
                (u.promoted_at, 'MOVED_UP'),
                (u.cancelled_at, 'SIGN_UP_CANCELLED'),
                (u.attended_at, 'ATTENDED'),
                (case when u.state = 'ABSENT' then e.attendance_at end, 'ABSENT')) f(at, kind)
              where u.person_id = :person and f.at is not null and u.organization_id in (select descendant_id from below)
              union all
              select e.created_at, 'AUTOMATION_ENTERED', e.id, e.entered_by,
                jsonb_build_object('automationId', e.automation_id, 'title', a.title)
              from automation_enrolment e join automation a on a.id = e.automation_id
              where e.person_id = :person and e.organization_id in (select descendant_id from below)
              union all
              select e.ended_at, 'AUTOMATION_ENDED', e.id, 'system:0', jsonb_build_object('automationId', e.automation_id,
                'title', a.title, 'state', e.state, 'reason', e.reason)
              from automation_enrolment e join automation a on a.id = e.automation_id
              where e.person_id = :person and e.ended_at is not null and e.organization_id in (select descendant_id from below)
              union all
              select r.at, 'AUTOMATION_STEP', r.id, 'system:0', jsonb_build_object('automationId', r.automation_id, 'title', a.title,
                'step', r.step, 'stepKind', r.kind, 'outcome', r.outcome, 'reason', r.reason, 'subject', r.subject)
              from automation_run r join automation a on a.id = r.automation_id
              where r.person_id = :person and r.organization_id in (select descendant_id from below)
                and r.kind in ('send', 'call', 'tag', 'invite', 'tell', 'hook')
            )
            select at, kind, ref, actor, cast(details as text) as details from happened
            where (at, kind, ref) < (cast(:at as timestamptz), :kind, :ref)
            order by at desc, kind desc, ref desc limit :limit""";

    private static final Cursor NEWEST = new Cursor("9999-01-01T00:00:00Z ~", Long.MAX_VALUE);

    private final EntityManager entities;

    Timelines(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * One thing that happened.
     *
     * @param kind CREATED, IMPORTED, EDITED, TAGGED, CONNECTED, CONSENT, CALL, MESSAGE, SURVEY, SIGNED_UP, ATTENDED, MEMBERSHIP_ENDED
     *     and the like
     * @param ref the id of the call, message, submission, sign-up, tag or the like
     * @param actor who did it, as {@code staff:7} or {@code import:4}
     * @param details an object that depends on the kind
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Entry(
            Instant at,
            String kind,
            long ref,
            String actor,
            @JsonRawValue String details) {}

    /** The person must have been found visible before. */
    public Page<Entry> page(long viewerOrganizationId, long personId, PageRequest page) {
        Cursor after = page.after().orElse(NEWEST);
        int blank = after.sortKey().indexOf(' ');
        List<?> rows = entities.createNativeQuery(HAPPENED, Tuple.class)
                .setParameter("viewer", viewerOrganizationId)
                .setParameter("person", personId)
                .setParameter(
                        "at",
                        instant(after.sortKey().substring(0, Math.max(blank, 0)))
                                .toString())
                .setParameter("kind", after.sortKey().substring(blank + 1))
                .setParameter("ref", after.id())
                .setParameter("limit", page.limit() + 1)
                .getResultList();
        List<Entry> entries =
                rows.stream().map(Tuple.class::cast).map(Timelines::entry).toList();
        return Page.of(entries, page.limit(), last -> new Cursor(last.at() + " " + last.kind(), last.ref()));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw InvalidInput.query("cursor", "is not a cursor of this list; use `next` as it was given");
        }
    }

    private static Entry entry(Tuple row) {
        return new Entry(
                row.get("at", Instant.class),
                row.get("kind", String.class),
                row.get("ref", Long.class),
                row.get("actor", String.class),
                Optional.ofNullable(row.get("details", String.class)).orElse("{}"));
    }
}
