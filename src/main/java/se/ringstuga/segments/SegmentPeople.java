package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Who is in a segment at the moment: each question is one statement. */
@ApplicationScoped
class SegmentPeople {

    private final EntityManager entities;

    SegmentPeople(EntityManager entities) {
        this.entities = entities;
    }

    long count(Filter filter, Scope scope) {
        Condition who = who(filter, scope);
        return (Long)
                who.bind(entities.createNativeQuery("select count(*) from person p where " + who.sql(), Long.class))
                        .getSingleResult();
    }

    /** By family name, then given name. */
    Page<SegmentPerson> page(Filter filter, Scope scope, PageRequest page) {
        Condition who = who(filter, scope);
        Optional<Cursor> after = page.after();
        String sql =
                """
                select p.id, p.given_name, p.family_name, p.phone, p.alt_phone, p.sort_name
                from person p where %s %s
                order by p.sort_name, p.id limit :rows""".formatted(who.sql(), after.isPresent() ? "and (p.sort_name, p.id) > (:afterName, :afterId)" : "");
        Query query = who.bind(entities.createNativeQuery(sql, Tuple.class));
        after.ifPresent(
                cursor -> query.setParameter("afterName", cursor.sortKey()).setParameter("afterId", cursor.id()));
        List<Tuple> rows = query.setParameter("rows", page.limit() + 1).getResultList();
        Page<Tuple> shown = Page.of(
                rows, page.limit(), row -> new Cursor(row.get("sort_name", String.class), row.get("id", Long.class)));
        return new Page<>(shown.items().stream().map(SegmentPerson::of).toList(), shown.next());
    }

    private static Condition who(Filter filter, Scope scope) {
        return SegmentSql.base("b", scope).and(SegmentSql.condition(filter, "f", scope));
    }
}
