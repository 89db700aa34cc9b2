package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The names of those who are in the access log, read from the tables of people and callers too. */
@ApplicationScoped
class AccessLogNames {

    private static final NamedSql ACTORS = NamedSql.of("""
            select a.actor, coalesce(
              (select s.name from staff s where a.actor = 'staff:' || s.id and s.id = a.id),
              (select t.title from api_token t where a.actor = 'token:' || t.id and t.id = a.id),
              (select c.name from caller c where a.actor = 'caller:' || c.id and c.id = a.id), '') as name
            from (select x.actor, cast(substring(x.actor from '[0-9]+$') as bigint) as id from unnest(:actors) x(actor)) a""");

    /** Whoever was erased has no name any more. */
    private static final NamedSql PEOPLE = NamedSql.of("""
            select p.id, trim(p.given_name || ' ' || p.family_name) as name from person p where p.id = any(:people)""");

    private static final NamedSql STAFF = NamedSql.of("""
            select s.id, s.name from staff s
            where exists (select from staff_role r join organization_closure c on c.ancestor_id = r.organization_id
                          where r.staff_id = s.id and c.descendant_id = :organization)
               or exists (select from staff_role r join organization_closure c on c.descendant_id = r.organization_id
                          where r.staff_id = s.id and c.ancestor_id = :organization)
            order by s.name, s.id limit 500""");

    private final Sql sql;

    AccessLogNames(Sql sql) {
        this.sql = sql;
    }

    Map<String, String> ofActors(Collection<String> actors) {
        var names = new HashMap<String, String>();
        if (!actors.isEmpty()) {
            sql.each(
                    ACTORS,
                    Map.of("actors", List.copyOf(actors)),
                    row -> names.put(row.text("actor"), row.text("name")));
        }
        return names;
    }

    Map<Long, String> ofPeople(Collection<Long> people) {
        var names = new HashMap<Long, String>();
        if (!people.isEmpty()) {
            sql.each(
                    PEOPLE,
                    Map.of("people", List.copyOf(people)),
                    row -> names.put(row.number("id"), row.text("name")));
        }
        return names;
    }

    /** Who may be looked for: the staff here, above and below. */
    List<Member> staff(long organizationId) {
        return sql.list(
                STAFF,
                Map.of("organization", organizationId),
                row -> new Member("staff:" + row.number("id"), row.text("name")));
    }

    record Member(String actor, String name) {}
}
