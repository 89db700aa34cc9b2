package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** E-mail addresses that mail came back from for good: used for no one in the tree until another is brought (rule 4). */
@ApplicationScoped
public class DeadAddresses {

    private static final NamedSql MARK = NamedSql.of("""
            with hit as materialized (
              select p.id from unnest(cast(:roots as bigint[]), cast(:addresses as text[])) d(root_id, address)
              join organization_closure c on c.ancestor_id = d.root_id
              join person p on p.organization_id = c.descendant_id and lower(p.email) = lower(d.address)
              where p.email_wrong_at is null
              order by p.id),
            marked as (
              update person p set email_wrong_at = :now, updated_at = :now, version = p.version + 1
              from hit h where p.id = h.id
              returning p.organization_id, p.id, p.email)
            insert into person_correction (organization_id, person_id, field, register_value, value, corrected_at, corrected_by)
            select organization_id, id, 'email', email, null, :now, :actor from marked
            on conflict (person_id, field) do update
            set register_value = excluded.register_value, value = null, corrected_at = excluded.corrected_at,
                corrected_by = excluded.corrected_by, done_at = null, done_by = null""");

    private final Sql sql;
    private final Clock clock;

    DeadAddresses(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** An address, in one tree of organizations. */
    public record Place(long rootId, String address) {}

    /** In the caller's transaction. Says of how many people this is news; it stands in "Rätta i medlemsregistret". */
    public int mark(List<Place> addresses, String actor) {
        return sql.update(
                MARK,
                Map.of(
                        "roots", addresses.stream().map(Place::rootId).toList(),
                        "addresses", addresses.stream().map(Place::address).toList(),
                        "actor", actor,
                        "now", clock.instant()));
    }
}
