package se.ringstuga.people;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.PageRequest;

/** Finds people as far as somebody may see them: in the register of the organization or one below, or connected there. */
@ApplicationScoped
public class People implements PanacheRepository<Person> {

    /**
     * Those in a register of the tree come in order from its index; only those whose register stands outside it are
     * looked up by their connections, one by one, so that no statistics can make it read everybody.
     */
    private static final String BY_NAME = """
            with found as (
              select f.id, f.sort_name
              from organization_closure b cross join lateral (
                select p.id, p.sort_name from person p
                where p.organization_id = b.descendant_id and (p.restricted_at is null or :administrator)
                  and p.sort_name >= :from and p.sort_name < :to and (p.sort_name, p.id) > (:key, :id)
                order by p.sort_name, p.id limit :limit) f
              where b.ancestor_id = :viewer
              union
              select f.id, f.sort_name
              from organization_closure b
              join person_connection c on c.connected_to = b.descendant_id
              cross join lateral (
                select p.id, p.sort_name from person p
                where p.id = c.person_id and (p.restricted_at is null or :administrator)
                  and p.sort_name >= :from and p.sort_name < :to and (p.sort_name, p.id) > (:key, :id)
                limit 1) f
              where b.ancestor_id = :viewer and not exists (
                select from organization_closure r where r.ancestor_id = :viewer and r.descendant_id = c.organization_id)
            )
            """;

    private static final String PAGE = """
            from (select id from found order by sort_name, id limit :limit) f
            join person p on p.id = f.id
            """;

    private static final String IN_ORDER = "order by p.sort_name, p.id";

    private final EntityManager entities;

    People(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Who looks, from where.
     *
     * @param organizationId sees this organization and those below it
     * @param administrator sees protected people too (rule 5)
     */
    public record Viewer(long organizationId, boolean administrator) {}

    /** At most one more than the page's limit, in the order of names. */
    public List<PersonView> rows(Viewer viewer, PeopleSearch search, PageRequest page) {
        Optional<Cursor> after = page.after();
        Query query = entities.createNativeQuery(listing(search), Tuple.class)
                .setParameter("viewer", viewer.organizationId())
                .setParameter("administrator", viewer.administrator())
                .setParameter("key", after.map(Cursor::sortKey).orElse(""))
                .setParameter("id", after.map(Cursor::id).orElse(0L))
                .setParameter("limit", page.limit() + 1);
        return views(bound(query, search));
    }

    /** How many the list has in all. */
    public long total(Viewer viewer, PeopleSearch search) {
        Query query = entities.createNativeQuery(
                        "select count(*) from person p where " + PersonSql.VISIBLE
                                + (search.isIndexed()
                                        ? conditions(search)
                                        : " and p.sort_name >= :from and p.sort_name < :to"),
                        Long.class)
                .setParameter("viewer", viewer.organizationId())
                .setParameter("administrator", viewer.administrator());
        return (long) bound(query, search).getSingleResult();
    }

    /** One person; empty for nobody, for another organization's and for a protected one. */
    public Optional<PersonView> view(Viewer viewer, long personId) {
        Query query = entities.createNativeQuery(
                        PersonSql.COLUMNS + "from person p " + PersonSql.JOINS + "where p.id = :id and "
                                + PersonSql.VISIBLE,
                        Tuple.class)
                .setParameter("id", personId)
                .setParameter("viewer", viewer.organizationId())
                .setParameter("administrator", viewer.administrator());
        return views(query).stream().findFirst();
    }

    /** Those of these who are seen. */
    List<Long> visible(Viewer viewer, List<Long> people) {
        List<?> ids = entities.createNativeQuery(
                        "select p.id from person p where p.id = any(cast(:people as bigint[])) and " + PersonSql.VISIBLE
                                + " order by p.sort_name, p.id",
                        Long.class)
                .setParameter("people", people.toArray(Long[]::new))
                .setParameter("viewer", viewer.organizationId())
                .setParameter("administrator", viewer.administrator())
                .getResultList();
        return ids.stream().map(Long.class::cast).toList();
    }

    /** The same person to change, locked until the end of the transaction. */
    Optional<Person> locked(Viewer viewer, long personId) {
        return view(viewer, personId)
                .map(_ -> findById(personId, LockModeType.PESSIMISTIC_WRITE))
                .map(this::withMembership);
    }

    private Person withMembership(Person person) {
        List<?> rows = entities.createNativeQuery("""
                        select joined_on, left_on, paid_until from membership
                        where organization_id = :organization and person_id = :person""", Tuple.class)
                .setParameter("organization", person.organizationId)
                .setParameter("person", person.id)
                .getResultList();
        rows.stream().map(Tuple.class::cast).forEach(row -> {
            person.joinedOn = PersonSql.date(row, "joined_on");
            person.leftOn = PersonSql.date(row, "left_on");
            person.paidUntil = PersonSql.date(row, "paid_until");
        });
        return person;
    }

    boolean isInTree(long organizationId, long ancestorId) {
        return !entities.createNativeQuery(
                        "select 1 from organization_closure where ancestor_id = :ancestor and descendant_id = :organization")
                .setParameter("ancestor", ancestorId)
                .setParameter("organization", organizationId)
                .getResultList()
                .isEmpty();
    }

    /** The organization of the slug, where it lies below the person's register and in the viewer's tree. */
    Optional<Long> organizationBelow(long registerId, long viewerId, String slug) {
        List<?> ids = entities.createNativeQuery("""
                        select o.id from organization o
                        join organization_closure r on r.descendant_id = o.id and r.ancestor_id = :register and r.depth > 0
                        join organization_closure v on v.descendant_id = o.id and v.ancestor_id = :viewer
                        where o.slug = :slug""", Long.class)
                .setParameter("register", registerId)
                .setParameter("viewer", viewerId)
                .setParameter("slug", slug)
                .getResultList();
        return ids.stream().map(Long.class::cast).findFirst();
    }

    boolean hasOtherWithNumber(Person person, String externalId) {
        long self = person.id == null ? 0 : person.id;
        return !entities.createNativeQuery("""
                        select 1 from person
                        where organization_id = :organization and external_id = :number and id <> :self""")
                .setParameter("organization", person.organizationId)
                .setParameter("number", externalId)
                .setParameter("self", self)
                .getResultList()
                .isEmpty();
    }

    /** Stores a new person and the membership. */
    void add(Person person) {
        persistAndFlush(person);
        keepMembership(person);
    }

    /** Writes the membership's dates; whoever read the person before is late, although the person is the same. */
    void changeMembership(Person person) {
        entities.lock(person, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        keepMembership(person);
    }

    private void keepMembership(Person person) {
        entities.createNativeQuery("""
                        insert into membership (organization_id, person_id, joined_on, left_on, paid_until)
                        values (:organization, :person, cast(:joined as date), cast(:left as date), cast(:paid as date))
                        on conflict (organization_id, person_id) do update set joined_on = excluded.joined_on,
                          left_on = excluded.left_on, paid_until = excluded.paid_until""")
                .setParameter("organization", person.organizationId)
                .setParameter("person", person.id)
                .setParameter("joined", person.text(PersonField.JOINED_ON))
                .setParameter("left", person.text(PersonField.LEFT_ON))
                .setParameter("paid", person.text(PersonField.PAID_UNTIL))
                .executeUpdate();
    }

    void writeOut() {
        flush();
    }

    /** The statement of a page, whose plan is tested. */
    static String listing(PeopleSearch search) {
        return found(search) + PersonSql.COLUMNS + PAGE + PersonSql.JOINS + IN_ORDER;
    }

    private static String found(PeopleSearch search) {
        return search.isIndexed()
                ? "with found as (select p.id, p.sort_name from person p where " + PersonSql.VISIBLE
                        + conditions(search) + " and (p.sort_name, p.id) > (:key, :id)) "
                : BY_NAME;
    }

    private static String conditions(PeopleSearch search) {
        return IntStream.range(0, search.patterns().size())
                .mapToObj(i -> " and p.search like :word" + i)
                .collect(Collectors.joining());
    }

    static Query bound(Query query, PeopleSearch search) {
        if (!search.isIndexed()) {
            return query.setParameter("from", search.prefix()).setParameter("to", search.upTo());
        }
        for (int i = 0; i < search.patterns().size(); i++) {
            query.setParameter("word" + i, search.patterns().get(i));
        }
        return query;
    }

    private static List<PersonView> views(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).map(PersonSql::view).toList();
    }
}
