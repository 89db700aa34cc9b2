package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Plans as rows, and the news that make them change. Everything is done for many events at once. */
@ApplicationScoped
class ReminderPlans {

    /** One at a time plans: what others do meanwhile is news of its own. */
    private static final NamedSql ALONE =
            NamedSql.of("select pg_try_advisory_xact_lock(hashtextextended('reminder planning', 0)) as alone");

    private static final NamedSql NEWS = NamedSql.of("""
            delete from reminder_news
            where id in (select id from reminder_news where coalesce(not_before, :now) <= :now order by id limit :most)
            returning event_id, kind_id""");

    private static final NamedSql NEWS_ALONE = NamedSql.of("""
            delete from reminder_news where event_id is not distinct from nullif(cast(:event as bigint), 0)
              and kind_id is not distinct from nullif(cast(:kind as bigint), 0) returning event_id, kind_id""");

    private static final NamedSql WAITING = NamedSql.of("""
            select distinct coalesce(event_id, 0) as event, coalesce(kind_id, 0) as kind
            from (select * from reminder_news where coalesce(not_before, :now) <= :now order by id limit :most) waiting
            order by 1, 2""");

    private static final NamedSql PUT_OFF = NamedSql.of("""
            update reminder_news set not_before = :later where event_id is not distinct from nullif(cast(:event as bigint), 0)
              and kind_id is not distinct from nullif(cast(:kind as bigint), 0)""");

    private static final NamedSql EVENTS = NamedSql.of("""
            select e.*, o.time_zone, s.starts_at as seen_start from event e join organization o on o.id = e.organization_id
            left join reminder_event s on s.event_id = e.id
            where e.id = any (cast(:events as bigint[])) order by e.id""");

    private static final NamedSql RULES =
            NamedSql.of("select e.id as of_event, r.* from " + ReminderRules.APPLIED + """

            where e.id = any (cast(:events as bigint[])) and r.switched_off_at is null and x.rule_id is null order by e.id, r.id""");

    /** Whoever is putting something of them in line is waited for: before any of their reminders are touched. */
    private static final NamedSql STANDING = NamedSql.of("""
            select p.id, p.event_id, p.rule_id, p.starts_at, p.due_at, p.closed, r.occasion
            from reminder_plan p join reminder_rule r on r.id = p.rule_id
            where p.event_id = any (cast(:events as bigint[])) order by p.id for no key update of p""");

    private static final NamedSql WRITE = NamedSql.of("""
            insert into reminder_plan as p (organization_id, event_id, rule_organization, rule_id, starts_at, due_at, not_after, turn,
                                            believed_start, next_at, created_at)
            select e.organization_id, d.event, r.organization_id, d.rule, d.starts_at, d.due_at, d.not_after, d.turn,
                   cast(nullif(d.believed, '') as timestamptz), d.next_at, :now
            from unnest(cast(:ofs as bigint[]), cast(:rules as bigint[]), cast(:starts as timestamptz[]), cast(:dues as timestamptz[]),
                        cast(:untils as timestamptz[]), cast(:turns as bigint[]), cast(:believed as text[]), cast(:nexts as timestamptz[]),
                        cast(:anews as boolean[])) d(event, rule, starts_at, due_at, not_after, turn, believed, next_at, anew)
            join event e on e.id = d.event join reminder_rule r on r.id = d.rule
            order by d.event, d.rule
            on conflict (rule_id, event_id, starts_at) do update set due_at = excluded.due_at, not_after = excluded.not_after,
              turn = excluded.turn, believed_start = excluded.believed_start, closed = null,
              next_at = case when p.closed is not null or excluded.next_at < coalesce(p.next_at, 'infinity') or p.due_at <> excluded.due_at
                             then excluded.next_at else p.next_at end,
              laid_out_at = null
            where p.closed is not null or p.due_at <> excluded.due_at or p.not_after <> excluded.not_after or p.turn <> excluded.turn
              or (p.event_id, p.rule_id) in (select a.event, a.rule from unnest(cast(:ofs as bigint[]), cast(:rules as bigint[]), cast(:anews as boolean[])) a(event, rule, anew) where a.anew)""");

    private static final NamedSql CLOSE = NamedSql.of("""
            with gone as (
              select * from unnest(cast(:plans as bigint[]), cast(:whys as text[])) g(plan, why)),
            closed as (
              update reminder_plan p set closed = g.why, next_at = null from gone g where p.id = g.plan)
            update reminder r set state = 'SKIPPED', reason = g.why, changed_at = :now
            from gone g where r.plan_id = g.plan and r.state = 'PLANNED'""");

    private static final NamedSql IN_LINE = NamedSql.of("""
            select r.id, u.occasion, p.closed, r.guest_id is not null as guest from reminder r join reminder_plan p on p.id = r.plan_id
            join reminder_rule u on u.id = r.rule_id left join message m on m.id = r.message_id
            left join code_message c on c.id = r.code_message_id
            where r.plan_id = any (cast(:plans as bigint[])) and r.state = 'QUEUED' and 'QUEUED' in (m.state, c.state) order by r.id""");

    private static final NamedSql TAKEN_BACK = NamedSql.of("""
            update reminder r set state = 'SKIPPED', reason = p.closed, changed_at = :now from reminder_plan p
            where r.id = any (cast(:ids as bigint[])) and r.state = 'QUEUED' and p.id = r.plan_id""");

    private static final NamedSql SEEN = NamedSql.of("""
            insert into reminder_event (event_id, starts_at)
            select e.id, d.starts_at from unnest(cast(:events as bigint[]), cast(:starts as timestamptz[])) d(id, starts_at)
            join event e on e.id = d.id order by e.id
            on conflict (event_id) do update set starts_at = excluded.starts_at where reminder_event.starts_at <> excluded.starts_at""");

    private final Sql sql;

    ReminderPlans(Sql sql) {
        this.sql = sql;
    }

    /** False while another instance plans. */
    boolean alone() {
        return sql.first(ALONE, Map.of(), row -> row.is("alone")).orElse(false);
    }

    /** What something changed of, and how many lines told so. */
    record News(Set<Long> events, Set<Long> kinds, int lines) {}

    News news(Instant now, int most) {
        return read(NEWS, Map.of("now", now, "most", most));
    }

    /** What changed of one event, or of one kind. */
    News news(Changed changed) {
        return read(NEWS_ALONE, changed.parameters());
    }

    private News read(NamedSql which, Map<String, ?> parameters) {
        var events = new HashSet<Long>();
        var kinds = new HashSet<Long>();
        var lines = sql.list(which, parameters, row -> {
            var event = row.numberOrNull("event_id");
            return event == null ? kinds.add(row.number("kind_id")) : events.add(event);
        });
        return new News(events, kinds, lines.size());
    }

    /** An event or a kind of which something changed, the other one 0. */
    record Changed(long event, long kind) {

        private Map<String, Long> parameters() {
            return Map.of("event", event, "kind", kind);
        }
    }

    /** Without taking them. */
    List<Changed> waiting(Instant now, int most) {
        return sql.list(
                WAITING, Map.of("now", now, "most", most), row -> new Changed(row.number("event"), row.number("kind")));
    }

    void putOff(Changed changed, Instant later) {
        sql.update(PUT_OFF, Map.of("event", changed.event(), "kind", changed.kind(), "later", later));
    }

    List<PlannedEvent> events(Set<Long> ids) {
        return sql.list(EVENTS, Map.of("events", ids), PlannedEvent::of);
    }

    /** Those that hold, by event. */
    Map<Long, List<ReminderRule>> rules(Set<Long> events) {
        return byEvent(sql.list(
                RULES, Map.of("events", events), row -> Map.entry(row.number("of_event"), ReminderRule.of(row))));
    }

    /** Locked, by event. */
    Map<Long, List<ReminderPlan.Standing>> standing(Set<Long> events) {
        return byEvent(sql.list(STANDING, Map.of("events", events), row -> {
            var plan = ReminderPlan.Standing.of(row);
            return Map.entry(plan.key().eventId(), plan);
        }));
    }

    private static <T> Map<Long, List<T>> byEvent(List<Map.Entry<Long, T>> all) {
        var byEvent = new HashMap<Long, List<T>>();
        all.forEach(one ->
                byEvent.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(one.getValue()));
        return byEvent;
    }

    void write(List<ReminderPlan> plans, Instant now) {
        if (plans.isEmpty()) {
            return;
        }
        var parameters = new HashMap<String, Object>(Map.of("now", now));
        parameters.put("ofs", each(plans, ReminderPlan::eventId));
        parameters.put("rules", each(plans, plan -> plan.rule().id()));
        parameters.put("starts", each(plans, plan -> plan.startsAt().toString()));
        parameters.put("dues", each(plans, plan -> plan.dueAt().toString()));
        parameters.put("untils", each(plans, plan -> plan.notAfter().toString()));
        parameters.put("turns", each(plans, ReminderPlan::turn));
        parameters.put(
                "believed",
                each(
                        plans,
                        plan -> plan.believedStart() == null
                                ? ""
                                : plan.believedStart().toString()));
        parameters.put("nexts", each(plans, plan -> plan.nextAt().toString()));
        parameters.put("anews", each(plans, plan -> String.valueOf(plan.anew())));
        sql.update(WRITE, parameters);
    }

    private static <V> List<V> each(List<ReminderPlan> plans, Function<ReminderPlan, V> value) {
        return plans.stream().map(value).toList();
    }

    /** What does not hold any more, with what was planned for it. */
    void close(Map<Long, Why> closing, Instant now) {
        var ids = List.copyOf(closing.keySet());
        var whys = ids.stream().map(id -> String.valueOf(closing.get(id))).toList();
        sql.update(CLOSE, Map.of("plans", ids, "whys", whys, "now", now));
    }

    /** A reminder whose message waits to be sent. */
    record InLine(long id, String source, Why why) {}

    List<InLine> inLine(Set<Long> plans) {
        return sql.list(
                IN_LINE,
                Map.of("plans", plans),
                row -> new InLine(
                        row.number("id"),
                        row.is("guest")
                                ? GuestLine.SOURCE
                                : Occasion.valueOf(row.text("occasion")).source(),
                        Why.valueOf(row.text("closed"))));
    }

    void takenBack(List<Long> ids, Instant now) {
        if (!ids.isEmpty()) {
            sql.update(TAKEN_BACK, Map.of("ids", ids, "now", now));
        }
    }

    void seen(List<PlannedEvent> events) {
        sql.update(
                SEEN,
                Map.of(
                        "events",
                        events.stream().map(PlannedEvent::id).toList(),
                        "starts",
                        events.stream()
                                .map(event -> event.startsAt().toString())
                                .toList()));
    }
}
