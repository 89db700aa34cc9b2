package se.ringstuga.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** Which organizations are to be told what waits, and what that is: over the tables of many features, which know nothing of it. */
@ApplicationScoped
class Digests {

    private static final int BATCH = 200;

    /** From eight in the morning of the organization's own day; a week's on its first day, or as soon after as somebody is up. */
    private static final NamedSql DUE = NamedSql.of("""
            select o.id, o.name, w.today, d.last_on
            from organization o
            cross join lateral (
              select cast(cast(:now as timestamptz) at time zone o.time_zone as date) as today,
                     cast(cast(:now as timestamptz) at time zone o.time_zone as time) as clock) w
            left join digest d on d.organization_id = o.id
            where w.clock between time '08:00' and time '20:00'
              and coalesce(d.last_on < case coalesce(o.settings ->> 'digest', 'WEEKLY') when 'DAILY' then w.today
                                         else cast(date_trunc('week', w.today) as date) end, true)
              and coalesce(o.settings ->> 'digest', 'WEEKLY') <> 'OFF'
              and exists (select from staff_role r join staff s on s.id = r.staff_id and s.disabled_at is null
                          where r.organization_id = o.id and r.ends_at > :now)
              and o.id > :after
            order by o.id limit :batch""");

    private static final NamedSql CLAIM = NamedSql.of("""
            insert into digest as d (organization_id, last_on) values (:organization, :today)
            on conflict (organization_id) do update set last_on = excluded.last_on where d.last_on < excluded.last_on""");

    /** Theirs are the organization itself and those below it that nobody nearer looks after. */
    private static final NamedSql WAITING = NamedSql.of("""
            with theirs as materialized (
              select c.descendant_id as id from organization_closure c
              where c.ancestor_id = :organization and not exists (
                select from organization_closure x join staff_role r on r.organization_id = x.ancestor_id
                where x.descendant_id = c.descendant_id and x.depth < c.depth))
            select (select count(*) from theirs t join conversation v on v.organization_id = t.id where v.waiting_since is not null)
                     as conversations,
                   (select count(*) from theirs t join call_assignment a on a.organization_id = t.id
                      join call k on k.assignment_id = a.id and k.state = 'UNREPORTED' and k.handled_at is null)
                   + (select count(*) from theirs t join call_assignment a on a.organization_id = t.id
                        join organizer_message m on m.assignment_id = a.id and m.handled_at is null and m.withdrawn_at is null)
                   + (select count(*) from theirs t join call_assignment a on a.organization_id = t.id
                        join call k on k.assignment_id = a.id and k.conflict and k.conflict_handled_at is null)
                     as follow_ups,
                   (select count(*) from theirs t join broadcast b on b.organization_id = t.id
                      where b.approved_at is null and b.cancelled_at is null and b.send_at > :now) as approvals,
                   (select count(*) from theirs t join message m on m.organization_id = t.id
                      where m.state = 'FAILED' and m.ended_at > :since and m.replaced_by is null) as failed,
                   (select count(*) from theirs t join automation a on a.organization_id = t.id
                      join automation_enrolment n on n.automation_id = a.id and n.state = 'FAILED'
                      where n.ended_at > :since) as automations,
                   (select count(*) from theirs t join event e on e.organization_id = t.id
                      where e.starts_at > :now and e.starts_at < :soon and e.published_at is not null and e.cancelled_at is null
                        and not exists (select from sign_up s where s.event_id = e.id and s.state in ('SIGNED_UP', 'WAITING'))) as events,
                   (select count(*) from organization_closure up join membership m on m.organization_id = up.ancestor_id
                      join person p on p.id = m.person_id
                      where up.descendant_id = :organization and m.joined_on between cast(:joined as date) and cast(:today as date)
                        and m.left_on is null and coalesce(m.placed_in, m.organization_id) in (select id from theirs)
                        and p.restricted_at is null and p.stopped_at is null
                        and not exists (select from call k where k.person_id = p.id and k.outcome = 'REACHED')) as new_members""");

    private static final NamedSql REPLACE = NamedSql.of("""
            update notice set handled_at = :now, handled_by = 'system:0'
            where organization_id = :organization and kind = 'digest' and handled_at is null""");

    private final Sql sql;
    private final Clock clock;

    Digests(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param last when they were told before; empty for never */
    record Due(long organizationId, String organization, LocalDate today, Optional<LocalDate> last) {

        static Due of(Row row) {
            return new Due(
                    row.number("id"),
                    row.text("name"),
                    Objects.requireNonNull(row.dateOrNull("today")),
                    Optional.ofNullable(row.dateOrNull("last_on")));
        }
    }

    /** Those after this one, a batch at a time. */
    List<Due> due(long after) {
        return sql.list(DUE, Map.of("now", clock.instant(), "after", after, "batch", BATCH), Due::of);
    }

    /** False when somebody else has told them meanwhile. */
    boolean claim(Due due) {
        return sql.update(CLAIM, Map.of("organization", due.organizationId(), "today", due.today())) > 0;
    }

    /** @param since what failed before was told before */
    Waiting waiting(Due due, Instant since, Instant soon) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organization", due.organizationId());
        parameters.put("now", clock.instant());
        parameters.put("since", since);
        parameters.put("soon", soon);
        parameters.put("today", due.today());
        parameters.put("joined", due.today().minusDays(30));
        return sql.first(WAITING, parameters, Waiting::of).orElseThrow();
    }

    /** The one before says nothing any more. */
    void forgetFormer(long organizationId) {
        sql.update(REPLACE, Map.of("organization", organizationId, "now", clock.instant()));
    }
}
