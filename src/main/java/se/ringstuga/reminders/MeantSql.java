package se.ringstuga.reminders;

import se.ringstuga.people.CurrentMember;

/** The statements that let reminders follow those whom they are for. */
final class MeantSql {

    private static final String DUE = """
            with due as materialized (
              select p.*, u.occasion, u.audience, e.moved_at from reminder_plan p join reminder_rule u on u.id = p.rule_id
              join event e on e.id = p.event_id
              where p.id = any (cast(:plans as bigint[])))""";

    /** What somebody was told last of where an event has moved to, else what everybody believed. */
    private static final String BELIEVED = """
            coalesce((select case when x.state = 'QUEUED' or x.reason = 'TOLD_TOGETHER' then x.starts_at else x.believed_start end from reminder x
                      where x.who = s.who and x.event_id = d.event_id and x.rule_id = d.rule_id
                      order by x.id desc limit 1), d.believed_start)""";

    /** Why somebody gets no reminder although it is theirs: they know already. */
    private static final String KNOWN = """
            case when d.occasion = 'RELOCATED' then case when exists (
                        select from reminder x join reminder_rule v on v.id = x.rule_id
                        where x.who = s.who and x.event_id = d.event_id and x.starts_at = d.starts_at and v.occasion = 'MOVED' and x.turn >= d.turn
                          and (x.state in ('PLANNED', 'QUEUED') or x.reason = 'TOLD_TOGETHER')) then 'TOLD_OF_MOVE' end
                 when d.occasion <> 'BEFORE' then null
                 when greatest(s.signed_up_at, s.promoted_at) >= d.due_at then 'SIGNED_UP_LATE'
                 when d.moved_at > d.due_at and exists (
                   select from reminder x join reminder_rule v on v.id = x.rule_id
                   where x.who = s.who and x.event_id = d.event_id and x.starts_at = d.starts_at and v.occasion = 'MOVED'
                     and (x.state <> 'SKIPPED' or x.reason = 'TOLD_TOGETHER')) then 'TOLD_OF_MOVE' end""";

    /**
     * By the rows of sign-ups, for all plans at once; guests by the address that they confirmed, until the event is over. Who is
     * coming is looked up for each event, and never written down for all events that there are.
     */
    private static final String STANDING =
            DUE + """
                    , coming as not materialized (
                      select s.*, case when s.person_id is null then s.id end as guest_id, coalesce(s.person_id, -s.id) as who from sign_up s
                      where s.person_id is not null or s.guest_confirmed_at is not null),
                    meant as materialized (
                      select d.id as plan_id, cast(0 as bigint) as turn, s.person_organization, s.person_id, s.guest_id, s.who,
                             cast(null as timestamptz) as believed, {known} as known
                      from due d join coming s on s.event_id = d.event_id and s.state = d.audience
                      where d.occasion = 'BEFORE' or d.occasion = 'AFTER' and s.person_id is not null
                      union all
                      select d.id, 0, s.person_organization, s.person_id, s.guest_id, s.who, null, null
                      from due d join coming s on s.event_id = d.event_id and s.state in ('SIGNED_UP', 'WAITING')
                      where d.occasion = 'CANCELLED'
                      union all
                      select d.id, d.turn, s.person_organization, s.person_id, s.guest_id, s.who, {believed}, null
                      from due d join coming s on s.event_id = d.event_id and s.state in ('SIGNED_UP', 'WAITING')
                      where d.occasion = 'MOVED' and s.signed_up_at <= d.due_at and {believed} <> d.starts_at
                      union all
                      select d.id, d.turn, s.person_organization, s.person_id, s.guest_id, s.who, null, {known}
                      from due d join coming s on s.event_id = d.event_id and s.state in ('SIGNED_UP', 'WAITING')
                      where d.occasion = 'RELOCATED' and s.signed_up_at <= d.due_at
                      union all
                      select d.id, cast(extract(epoch from s.promoted_at) * 1000 as bigint), s.person_organization, s.person_id, s.guest_id, s.who,
                             null, null
                      from due d join coming s on s.event_id = d.event_id and s.state = 'SIGNED_UP'
                      where d.occasion = 'PROMOTED' and s.promoted_at > :lately
                      union all
                      select d.id, q.id, q.person_organization, q.person_id, null, q.person_id, null, null
                      from due d join open_question q on q.subject = 'event:' || d.event_id and q.answered_at > :lately
                      where d.occasion = 'ANSWERED')""".replace("{believed}", BELIEVED).replace("{known}", KNOWN);

    /** By a filter or an event's visibility, for one plan; asked when its time has come. */
    private static final String FOUND = DUE + """
            , meant as materialized (
              select d.id as plan_id, cast(0 as bigint) as turn, p.organization_id as person_organization, p.id as person_id,
                     cast(null as bigint) as guest_id, p.id as who, cast(null as timestamptz) as believed, cast(null as text) as known
              from due d cross join person p left join sign_up s on s.event_id = d.event_id and s.person_id = p.id
              where {who})""";

    private static final String COUNT = """
            select count(*) as people from event d cross join person p left join sign_up s on s.event_id = d.id and s.person_id = p.id
            where d.id = :event and {who}""";

    private static final String MEMBER = CurrentMember.on(":today");

    /** Not of this turn, when the event began at another time. */
    private static final String UNTOLD = """
            (m.turn = 0 or not exists (
              select from reminder x where x.who = m.who and x.event_id = d.event_id and x.rule_id = d.rule_id
                and x.turn = m.turn and x.plan_id <> d.id
                and (x.state in ('QUEUED', 'UNREACHED') or x.reason = 'TOLD_TOGETHER')))""";

    /**
     * Reminders that are new, those whose reason to be skipped is gone, and those for people whom they are not for any more. A
     * notice that was sent for one start is not sent for another.
     */
    private static final String FOLLOW = """
            , gone as (
              update reminder r set state = 'SKIPPED', reason = 'NO_LONGER_MEANT', changed_at = :now
              from due d where r.plan_id = d.id and r.state = 'PLANNED'
                and not exists (select from meant m where m.plan_id = r.plan_id and m.who = r.who and m.turn = r.turn)),
            back as (
              update reminder r set state = 'PLANNED', reason = null, attempt = r.attempt + 1, changed_at = :now
              from meant m join due d on d.id = m.plan_id
              where r.plan_id = m.plan_id and r.who = m.who and r.turn = m.turn and r.state = 'SKIPPED'
                and (r.reason = any (cast(:back as text[])) or r.reason = 'TOLD_OF_MOVE' and d.occasion = 'RELOCATED')
                and m.known is null and {untold})
            insert into reminder (organization_id, plan_id, rule_id, event_id, starts_at, turn, person_organization, person_id, guest_id,
                                  state, reason, believed_start, created_at, changed_at)
            select d.organization_id, d.id, d.rule_id, d.event_id, d.starts_at, m.turn, m.person_organization, m.person_id, m.guest_id,
                   case when m.known is null then 'PLANNED' else 'SKIPPED' end, m.known, m.believed, :now, :now
            from meant m join due d on d.id = m.plan_id
            where {untold}
            order by d.id, m.who
            on conflict do nothing""".replace("{untold}", UNTOLD);

    static final String FOLLOW_SIGN_UPS = STANDING + FOLLOW;

    /** After a standstill the latest of those that are due stands for the others; a few minutes are no standstill. */
    static final String SKIP = DUE + """
            , over as (
              select d.id, case when d.not_after <= :now then case when d.occasion = 'BEFORE' and d.starts_at <= :now then 'EVENT_OVER'
                                                                   else 'TOO_LATE' end
                                else 'SUPERSEDED' end as why
              from due d join reminder_rule u on u.id = d.rule_id
              where d.due_at <= :now and (d.not_after <= :now or d.occasion = 'BEFORE' and d.due_at < :slack and exists (
                select from reminder_plan q join reminder_rule v on v.id = q.rule_id
                where q.event_id = d.event_id and q.starts_at = d.starts_at and q.closed is null and v.occasion = 'BEFORE'
                  and v.audience = d.audience and v.segment_id is not distinct from u.segment_id
                  and q.due_at > d.due_at and q.due_at <= :now and q.not_after > :now)))
            update reminder r set state = 'SKIPPED', reason = o.why, changed_at = :now
            from over o where r.plan_id = o.id and r.state = 'PLANNED'""";

    private MeantSql() {}

    /** @param who a condition over {@code p}, a person, {@code s}, their sign-up if any, and {@code d}, the plan */
    static String followFound(String who) {
        return FOUND.replace("{who}", who) + FOLLOW;
    }

    static String countFound(String who) {
        return COUNT.replace("{who}", who);
    }

    /** Current members without an answer. */
    static String unansweredMembers(String base) {
        return "(s.state = 'INVITED' or s.id is null and " + MEMBER + ") and " + base;
    }

    /** Those who were invited, by name or as people of a segment, without an answer. */
    static String unansweredInvited(String base, String fits) {
        return "(s.state = 'INVITED' or s.id is null and " + fits + ") and " + base;
    }

    static String segment(String base, String fits) {
        return "(s.state is null or s.state <> 'CANCELLED') and " + base + " and " + fits;
    }
}
