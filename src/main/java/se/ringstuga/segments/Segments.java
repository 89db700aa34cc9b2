package se.ringstuga.segments;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.surveys.DefinedAbove;

/** The segments that an organization may use (its own and those of the ones above) and may change (its own). */
@ApplicationScoped
class Segments implements PanacheRepository<Segment> {

    Segment usable(long organizationId, long id) {
        return known(organizationId, id).orElseThrow(NotFound::new);
    }

    Optional<Segment> known(long organizationId, long id) {
        return find("""
                        select s from Segment s, OrganizationBelow b
                        where s.id = ?1 and b.ancestorId = s.organizationId and b.descendantId = ?2""", id, organizationId).firstResultOptional();
    }

    /** The segment to change, locked until the transaction ends. */
    Segment own(long organizationId, long id) {
        Segment segment = usable(organizationId, id);
        if (segment.organizationId != organizationId) {
            throw new DefinedAbove("segment");
        }
        getEntityManager().refresh(segment, LockModeType.PESSIMISTIC_WRITE);
        return segment;
    }

    void add(Segment segment) {
        persist(segment);
    }

    /** Writes what was changed, so that the version is the new one. */
    void save() {
        flush();
    }

    void remove(Segment segment) {
        delete(segment);
    }

    /** By title. */
    Page<Segment> page(long organizationId, PageRequest page) {
        String after = page.after().map(Cursor::sortKey).orElse("");
        long afterId = page.after().map(Cursor::id).orElse(0L);
        List<Segment> rows = find("""
                        select s from Segment s, OrganizationBelow b
                        where b.ancestorId = s.organizationId and b.descendantId = ?1
                          and (s.title > ?2 or (s.title = ?2 and s.id > ?3))
                        order by s.title, s.id""", organizationId, after, afterId)
                .page(0, page.limit() + 1)
                .list();
        return Page.of(rows, page.limit(), row -> new Cursor(row.title, row.id));
    }
}
