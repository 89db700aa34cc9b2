package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * What one act on a whole series changes is told each person once: the first notice that leaves tells of the other days as well,
 * and theirs do not leave.
 */
@ApplicationScoped
class SeriesNotices {

    /** Whom {@code l} is for, under every name that they have: guests are their sign-up, another one for each day. */
    private static final String SAME = """
            (select l.who where l.guest_id is null union all
             select -o.id from sign_up g
             join event d on coalesce(d.series_id, d.was_series_id) = coalesce(le.series_id, le.was_series_id)
             join sign_up o on o.event_id = d.id and o.person_id is null and lower(o.guest_address) = lower(g.guest_address)
               and lower(o.guest_name) = lower(g.guest_name)
             where g.id = l.guest_id)""";

    /** Notices to the same one, by the same rule, of other events that the same act moved to another time or place or called off, not sent yet. */
    private static final String FAMILY = """
            select l.id as first, r.id, r.event_id, e.starts_at, r.together_id
            from reminder l join reminder_rule u on u.id = l.rule_id join event le on le.id = l.event_id
            join lateral {same} same(who) on true
            join reminder r on r.who = same.who and r.rule_id = l.rule_id and r.id <> l.id
            join event e on e.id = r.event_id and r.starts_at = e.starts_at
              and coalesce(e.series_id, e.was_series_id) = coalesce(le.series_id, le.was_series_id)
              and case u.occasion when 'MOVED' then e.moved_at = le.moved_at and e.cancelled_at is null
                                  when 'RELOCATED' then e.relocated_at = le.relocated_at and r.turn = l.turn and e.cancelled_at is null
                                  when 'CANCELLED' then e.cancelled_at = le.cancelled_at else false end
            left join sign_up s on s.event_id = r.event_id and s.person_id = r.person_id
            left join sign_up g on g.id = r.guest_id
            left join message m on m.id = r.message_id left join code_message c on c.id = r.code_message_id
            where l.id = any (cast(:ids as bigint[])) and coalesce(s.state, g.state) in ('SIGNED_UP', 'WAITING')
              and (r.together_id = l.id
                   or r.together_id is null and r.state = 'QUEUED' and (m.state = 'QUEUED' or c.state in ('QUEUED', 'DISPATCHING')))""".replace("{same}", SAME);

    /** The events of these reminders, and of those that they may tell of besides. */
    static final String EVENTS = """
            select event_id from reminder where id = any (cast(:ids as bigint[])) union select f.event_id from (""" + FAMILY + ") f";

    /** Whoever looks at another of them waits, and finds it told. */
    private static final NamedSql LOCK = NamedSql.of("""
            select id from reminder where id in (select f.id from (%1$s) f union select f.first from (%1$s) f)
            order by id for no key update""".formatted(FAMILY));

    private static final NamedSql FIND = NamedSql.of(FAMILY);

    private static final NamedSql TELL = NamedSql.of("""
            update reminder r set state = 'SKIPPED', reason = 'TOLD_TOGETHER', together_id = d.first, changed_at = :now
            from unnest(cast(:ids as bigint[]), cast(:firsts as bigint[])) d(id, first) where r.id = d.id and r.state = 'QUEUED'""");

    private final Sql sql;

    SeriesNotices(Sql sql) {
        this.sql = sql;
    }

    /** Before they are read. */
    void lock(List<Long> ids) {
        sql.list(LOCK, Map.of("ids", ids), row -> row.number("id"));
    }

    /**
     * Who tells of whom.
     *
     * @param days when the others begin that each of them tells of
     * @param told those that do not leave, since another tells of them
     */
    record Together(Map<Long, List<Instant>> days, Set<Long> told) {

        List<Instant> days(long id) {
            return days.getOrDefault(id, List.of());
        }
    }

    /** @param leaving in the order of their events; the first of a series tells */
    Together together(List<SeenReminder> leaving, Instant now) {
        var ids = leaving.stream().map(SeenReminder::id).toList();
        var families = new HashMap<Long, List<Other>>();
        sql.list(
                FIND,
                Map.of("ids", ids),
                row -> families.computeIfAbsent(row.number("first"), _ -> new ArrayList<>())
                        .add(new Other(row.number("id"), row.instant("starts_at"))));
        var days = new HashMap<Long, List<Instant>>();
        var by = new HashMap<Long, Long>();
        for (var id : ids) {
            if (by.containsKey(id)) {
                continue;
            }
            var others = families.getOrDefault(id, List.of());
            days.put(id, others.stream().map(Other::startsAt).toList());
            others.forEach(other -> by.put(other.id(), id));
        }
        if (!by.isEmpty()) {
            var told = List.copyOf(by.keySet());
            sql.update(
                    TELL,
                    Map.of(
                            "ids",
                            told,
                            "firsts",
                            told.stream()
                                    .map(by::get)
                                    .map(Objects::requireNonNull)
                                    .toList(),
                            "now",
                            now));
        }
        return new Together(days, new HashSet<>(by.keySet()));
    }

    private record Other(long id, Instant startsAt) {}
}
