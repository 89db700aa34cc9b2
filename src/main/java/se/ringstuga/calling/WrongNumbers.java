package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Numbers that reached somebody else: not dialled until the register brings another (rule 4). */
@ApplicationScoped
class WrongNumbers {

    /** The number that was shown, wherever it stands now; another one is left alone. */
    private static final NamedSql MARK = NamedSql.of("""
            with marked as (
              update person p set phone_wrong_at = case when p.phone = :number then :now else p.phone_wrong_at end,
                     alt_phone_wrong_at = case when p.alt_phone = :number then :now else p.alt_phone_wrong_at end,
                     updated_at = :now, version = p.version + 1
              where p.id = :person and ((p.phone = :number and p.phone_wrong_at is null)
                                        or (p.alt_phone = :number and p.alt_phone_wrong_at is null))
              returning p.organization_id, p.id, case when p.phone = :number then 'phone' else 'altPhone' end as field)
            insert into person_correction (organization_id, person_id, field, register_value, value, corrected_at, corrected_by)
            select organization_id, id, field, :number, null, :now, :actor from marked
            on conflict (person_id, field) do update
            set register_value = excluded.register_value, value = null, corrected_at = excluded.corrected_at,
                corrected_by = excluded.corrected_by, done_at = null, done_by = null
            returning person_id""");

    private static final NamedSql UNMARK = NamedSql.of("""
            with unmarked as (
              update person p set phone_wrong_at = case when p.phone = :number then null else p.phone_wrong_at end,
                     alt_phone_wrong_at = case when p.alt_phone = :number then null else p.alt_phone_wrong_at end,
                     updated_at = :now, version = p.version + 1
              where p.id = :person and :number in (p.phone, p.alt_phone) returning p.id)
            delete from person_correction c using unmarked
            where c.person_id = unmarked.id and c.register_value = :number and c.value is null""");

    private final Sql sql;
    private final Clock clock;

    WrongNumbers(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** False when it was marked before. */
    boolean mark(CallRow call, WrongNumber which, String actor) {
        var parameters = key(call, which);
        parameters.put("actor", actor);
        return !sql.list(MARK, parameters, row -> row.number("person_id")).isEmpty();
    }

    void unmark(CallRow call, WrongNumber which) {
        sql.update(UNMARK, key(call, which));
    }

    static String number(CallRow call, WrongNumber which) {
        return switch (which) {
            case PRIMARY -> call.phone();
            case ALT -> String.valueOf(call.altPhone());
        };
    }

    private Map<String, Object> key(CallRow call, WrongNumber which) {
        return new HashMap<>(Map.of("person", call.personId(), "number", number(call, which), "now", clock.instant()));
    }
}
