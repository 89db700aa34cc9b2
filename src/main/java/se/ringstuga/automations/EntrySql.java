package se.ringstuga.automations;

import se.ringstuga.automations.Trigger.DateField;

/**
 * What each trigger finds, as SQL that answers {@code person_id}, {@code at} (when it happened) and {@code moved}. Each part
 * starts at an index over the time when things happen, so that looking again costs what happened since and not what there is.
 * Whether the organization sees the person at all is asked afterwards.
 */
final class EntrySql {

    private static final String BELOW =
            "(select c.descendant_id from organization_closure c where c.ancestor_id = :organization)";

    /** Registers in which people of the organization may stand. */
    private static final String REGISTERS =
            "(select c.descendant_id from organization_closure c where c.ancestor_id = :organization"
                    + " union select c.ancestor_id from organization_closure c where c.descendant_id = :organization)";

    /** A human who was a member elsewhere in the tree before: the same number, or the same address and name. */
    private static final String TWIN = """
            exists (select from organization h join organization o on o.root_id = h.root_id and o.id <> p.organization_id
                    cross join lateral (
                      select q.id, q.organization_id from person q where q.organization_id = o.id and q.external_id = p.external_id
                      union
                      select q.id, q.organization_id from person q
                      where q.organization_id = o.id and lower(q.email) = lower(p.email) and lower(q.given_name) = lower(p.given_name)) q
                    join membership b on b.organization_id = q.organization_id and b.person_id = q.id
                    where h.id = :organization and (b.left_on is not null or b.joined_on < m.joined_on or b.joined_on < :oldest))""";

    /**
     * Who came into a register, was changed in it, was placed here, or whose day of joining has come. New is who joined within
     * the days; who was a member elsewhere, or stood in the register for long and is placed here only now, has moved. A day says
     * nothing of the hour: of those with the date of the day on which it was switched on, who stood in the register is left in peace.
     */
    private static final String JOINED = """
            select a.id as person_id, max(a.at) as at, bool_or(f.moved) as moved
            from (
              select p.id, p.updated_at as at, cast(null as timestamptz) as placed_at
              from person p where p.organization_id in {registers} and p.updated_at >= :since
              union all
              select m.person_id, cast(m.joined_on as timestamp) at time zone :zone, null
              from membership m where m.organization_id in {registers} and m.joined_on > :looked_day and m.joined_on <= :today
              union all
              select x.person_id, x.connected_at, x.connected_at
              from person_connection x where x.connected_to in {below} and x.connected_at >= :since) a
            join person p on p.id = a.id
            join membership m on m.organization_id = p.organization_id and m.person_id = p.id
            cross join lateral (select {twin} as twin) t
            cross join lateral (select t.twin or coalesce(m.joined_on < :oldest, true) as moved) f
            where (p.created_at >= :enter_from or m.joined_on > :enter_day or a.placed_at >= :enter_from)
              and case when f.moved
                    then (t.twin and p.created_at >= :oldest_moment)
                      or (a.placed_at >= :oldest_moment and a.placed_at > p.created_at + interval '1 day')
                    else m.joined_on <= :today end
            group by a.id""";

    /** To whom it was given with others at once was let in by that press, unless everybody is looked for. */
    private static final String TAGGED = """
            select t.person_id, t.tagged_at as at, false as moved from person_tag t
            where t.tag_id = :tag and t.tagged_at >= :since
              and case when cast(:by as text) is null then :ever or not t.at_once else t.at_once and t.tagged_at = :now and t.tagged_by = :by end""";

    private static final String ANSWERED = """
            select s.person_id, min(s.submitted_at) as at, false as moved from submission s
            where s.survey_id = :survey and s.submitted_at >= :since and s.superseded_at is null and (s.complete or :partial)
              and (cardinality(cast(:options as bigint[])) = 0 or exists (
                select from answer a where a.submission_id = s.id and a.option_lineage in (
                  select o.lineage from question_option o where o.id = any (cast(:options as bigint[])))))
            group by s.person_id""";

    private static final String ATTENDED = """
            select s.person_id, min(s.attended_at) as at, false as moved
            from sign_up s join event e on e.id = s.event_id
            where s.organization_id in {below} and s.attended_at >= :since and s.state = 'ATTENDED' and s.person_id is not null
              and (cast(:kind as bigint) is null or e.kind_id = :kind)
            group by s.person_id""";

    /** Calls that were never reported were calls too. */
    private static final String NOT_REACHED = """
            select l.person_id, l.at, false as moved
            from (select k.person_id, max(coalesce(k.reported_at, k.ended_at)) as at from call k
                  where k.organization_id in {below} and k.state in ('REPORTED', 'UNREPORTED') and coalesce(k.reported_at, k.ended_at) >= :since
                    and (cast(:assignment as bigint) is null or k.assignment_id = :assignment)
                  group by k.person_id) l
            cross join lateral (
              select count(*) as calls, count(*) filter (where k.outcome = 'REACHED' and not k.interrupted) as reached
              from call k where k.person_id = l.person_id and k.organization_id in {below} and k.state in ('REPORTED', 'UNREPORTED')
                and (cast(:assignment as bigint) is null or k.assignment_id = :assignment)) k
            where k.calls >= :calls and k.reached = 0""";

    /** Whoever was heard of, or joined, just so long ago and not since. */
    private static final String NOTHING_HEARD = """
            select h.id as person_id, cast(:now as timestamptz) as at, false as moved
            from (
              select m.person_id as id from membership m
              where m.organization_id in {registers} and m.joined_on > :silent_from_day and m.joined_on <= :silent_day
              union
              select k.person_id from call k
              where k.organization_id in {below} and k.state in ('REPORTED', 'UNREPORTED') and k.outcome = 'REACHED'
                and coalesce(k.reported_at, k.ended_at) > :silent_from and coalesce(k.reported_at, k.ended_at) <= :silent_since
              union
              select s.person_id from submission s
              where s.organization_id in {registers} and s.superseded_at is null
                and s.submitted_at > :silent_from and s.submitted_at <= :silent_since
              union
              select s.person_id from sign_up s
              where s.organization_id in {below} and s.signed_up_at > :silent_from and s.signed_up_at <= :silent_since and s.person_id is not null
              union
              select s.person_id from sign_up s
              where s.organization_id in {below} and s.attended_at > :silent_from and s.attended_at <= :silent_since and s.person_id is not null
              union
              select w.id from inbound_message i cross join lateral unnest(i.people) w(id)
              where i.organization_id in {registers} and i.received_at > :silent_from and i.received_at <= :silent_since) h
            join person p on p.id = h.id
            where not exists (select from membership m where m.organization_id = p.organization_id and m.person_id = p.id and m.joined_on > :silent_day)
              and not exists (select from call k where k.person_id = p.id and k.outcome = 'REACHED' and coalesce(k.reported_at, k.ended_at) > :silent_since)
              and not exists (select from submission s where s.person_id = p.id and s.superseded_at is null and s.submitted_at > :silent_since)
              and not exists (select from sign_up s where s.person_id = p.id and greatest(s.signed_up_at, s.attended_at) > :silent_since)
              and not exists (select from conversation v where v.organization_id in {registers} and v.phone in (p.phone, p.alt_phone)
                                and v.received_at > :silent_since)""";

    /** The day has come, or the date became known on the day itself; who stood there with it when it was switched on had it before. */
    private static final String ON_MEMBERS_DATE = """
            select m.person_id, cast(m.{column} + :days as timestamp) at time zone :zone as at, false as moved
            from membership m
            where m.organization_id in {registers} and m.{column} > :looked_day - :days and m.{column} <= :today - :days
              and (m.{column} > :enter_day - :days or exists (
                select from person p where p.organization_id = m.organization_id and p.id = m.person_id and p.created_at >= :enter_from))
            union
            select p.id, cast(m.{column} + :days as timestamp) at time zone :zone, false
            from person p join membership m on m.organization_id = p.organization_id and m.person_id = p.id
            where p.organization_id in {registers} and p.updated_at >= :since and m.{column} = :today - :days
              and (m.{column} > :enter_day - :days or p.created_at >= :enter_from)""";

    private static final String ON_ANSWERED_DATE = """
            select s.person_id, cast(a.date + :days as timestamp) at time zone :zone as at, false as moved
            from question q join answer a on a.question_lineage = q.lineage join submission s on s.id = a.submission_id
            where q.id = :question and s.superseded_at is null
              and a.date > :looked_day - :days and a.date <= :today - :days and a.date > :enter_day - :days
            union
            select s.person_id, cast(a.date + :days as timestamp) at time zone :zone, false
            from question q join submission s on s.survey_id = q.survey_id and s.superseded_at is null and s.submitted_at >= :since
            join answer a on a.submission_id = s.id and a.question_lineage = q.lineage
            where q.id = :question and a.date = :today - :days""";

    private EntrySql() {}

    /** Needs the parameters of {@link Since#parameters}. */
    static String happened(Trigger trigger) {
        var sql = switch (trigger) {
            case Trigger.Joined _ -> JOINED.replace("{twin}", TWIN);
            case Trigger.Tagged _ -> TAGGED;
            case Trigger.Answered _ -> ANSWERED;
            case Trigger.Attended _ -> ATTENDED;
            case Trigger.NotReached _ -> NOT_REACHED;
            case Trigger.NothingHeard _ -> NOTHING_HEARD;
            case Trigger.OnDate date -> onDate(date.field());
        };
        return sql.replace("{registers}", REGISTERS).replace("{below}", BELOW);
    }

    private static String onDate(DateField field) {
        return switch (field) {
            case JOINED_ON -> ON_MEMBERS_DATE.replace("{column}", "joined_on");
            case PAID_UNTIL -> ON_MEMBERS_DATE.replace("{column}", "paid_until");
            case ANSWER -> ON_ANSWERED_DATE;
        };
    }
}
