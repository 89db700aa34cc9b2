package se.ringstuga.people;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** The imports of an organization, and whom its complete ones did not find. */
@ApplicationScoped
public class PeopleImports implements PanacheRepository<PeopleImport> {

    /** An import as it is listed, without its problems. */
    public record Summary(
            long id,
            Instant importedAt,
            String importedBy,
            boolean complete,
            int rows,
            int created,
            int updated,
            int unchanged,
            int rejected,
            int missing,
            int problems,
            @Nullable Instant endedAt) {

        static Summary of(PeopleImport done) {
            return new Summary(
                    done.id,
                    done.importedAt,
                    done.importedBy,
                    done.complete,
                    done.rowCount,
                    done.created,
                    done.updated,
                    done.unchanged,
                    done.rejected,
                    done.missing,
                    done.problems,
                    done.endedAt);
        }
    }

    /** Newest first. */
    public Page<Summary> page(long organizationId, PageRequest request) {
        long before = request.after().map(Cursor::id).orElse(Long.MAX_VALUE);
        List<Summary> rows = find("organizationId = ?1 and id < ?2 order by id desc", organizationId, before)
                .page(0, request.limit() + 1)
                .list()
                .stream()
                .map(Summary::of)
                .toList();
        return Page.of(rows, request.limit(), last -> new Cursor("", last.id()));
    }

    /** The last import of a whole register: list pages say how old it is (rule 3). */
    public Optional<Summary> latestComplete(long organizationId) {
        return find("organizationId = ?1 and complete order by id desc", organizationId)
                .firstResultOptional()
                .map(Summary::of);
    }

    /** The import, if no later complete one has made its list of the missing worthless. */
    PeopleImport confirmable(long organizationId, long importId) {
        PeopleImport found = find("organizationId = ?1 and id = ?2", organizationId, importId)
                .firstResultOptional()
                .orElseThrow(NotFound::new);
        if (!found.complete) {
            throw new MembershipsNotEnded("cannot be ended: the file was not said to be the whole register", 0);
        }
        if (latestComplete(organizationId)
                .filter(latest -> latest.id() == importId)
                .isEmpty()) {
            throw new MembershipsNotEnded("cannot be ended: a later complete file has been imported", found.missing);
        }
        return found;
    }

    void keep(PeopleImport done) {
        persistAndFlush(done);
    }

    void keepMissing(PeopleImport done, List<Long> people) {
        getEntityManager()
                .createNativeQuery("""
                        insert into people_import_missing (organization_id, import_id, person_id)
                        select :organization, :import, id from unnest(cast(:people as bigint[])) as id""")
                .setParameter("organization", done.organizationId)
                .setParameter("import", done.id)
                .setParameter("people", people.toArray(Long[]::new))
                .executeUpdate();
    }

    /** Ends the membership of whoever is still missing; gives their ids. */
    List<Long> endMemberships(PeopleImport done, LocalDate leftOn) {
        List<?> ids = getEntityManager()
                .createNativeQuery("""
                        update membership m set left_on = :leftOn
                        from people_import_missing missing
                        where missing.organization_id = :organization and missing.import_id = :import
                          and m.organization_id = missing.organization_id and m.person_id = missing.person_id
                          and m.left_on is null
                        returning m.person_id""", Long.class)
                .setParameter("leftOn", leftOn)
                .setParameter("organization", done.organizationId)
                .setParameter("import", done.id)
                .getResultList();
        return ids.stream().map(Long.class::cast).toList();
    }

    void recordEnded(PeopleImport done, List<Long> people) {
        getEntityManager()
                .createNativeQuery("""
                        insert into person_event (organization_id, person_id, at, actor, kind)
                        select :organization, id, :at, :by, 'MEMBERSHIP_ENDED' from unnest(cast(:people as bigint[])) as id""")
                .setParameter("organization", done.organizationId)
                .setParameter("at", done.endedAt)
                .setParameter("by", done.endedBy)
                .setParameter("people", people.toArray(Long[]::new))
                .executeUpdate();
    }
}
