package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Numbers that reach nobody at all: used for no one in the tree until the register brings another (rule 4). */
@ApplicationScoped
public class DeadNumbers {

    private static final NamedSql MARK = NamedSql.of("""
            with hit as materialized (
              select x.id, array_agg(d.phone) as phones
              from unnest(cast(:roots as bigint[]), cast(:phones as text[])) d(root_id, phone)
              cross join lateral (
                select id, organization_id from person where phone = d.phone and phone_wrong_at is null
                union select id, organization_id from person where alt_phone = d.phone and alt_phone_wrong_at is null) x
              join organization_closure c on c.ancestor_id = d.root_id and c.descendant_id = x.organization_id
              group by x.id order by x.id),
            marked as (
              update person p
              set phone_wrong_at = case when p.phone = any (h.phones) then coalesce(p.phone_wrong_at, :now) else p.phone_wrong_at end,
                  alt_phone_wrong_at = case when p.alt_phone = any (h.phones) then coalesce(p.alt_phone_wrong_at, :now)
                                            else p.alt_phone_wrong_at end,
                  updated_at = :now, version = p.version + 1
              from hit h where p.id = h.id
              returning p.organization_id, p.id, p.phone, p.alt_phone, h.phones)
            insert into person_correction (organization_id, person_id, field, register_value, value, corrected_at, corrected_by)
            select m.organization_id, m.id, f.field, f.number, null, :now, :actor
            from marked m cross join lateral (values ('phone', m.phone), ('altPhone', m.alt_phone)) f(field, number)
            where f.number = any (m.phones)
            on conflict (person_id, field) do update
            set register_value = excluded.register_value, value = null, corrected_at = excluded.corrected_at,
                corrected_by = excluded.corrected_by, done_at = null, done_by = null""");

    private final Sql sql;
    private final Clock clock;

    DeadNumbers(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A number in E.164, in one tree of organizations. */
    public record Place(long rootId, String phone) {}

    /** In the caller's transaction. Says of how many numbers of people this is news; it stands in "Rätta i medlemsregistret". */
    public int mark(List<Place> numbers, String actor) {
        return sql.update(
                MARK,
                Map.of(
                        "roots", numbers.stream().map(Place::rootId).toList(),
                        "phones", numbers.stream().map(Place::phone).toList(),
                        "actor", actor,
                        "now", clock.instant()));
    }
}
