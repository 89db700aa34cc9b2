package se.ringstuga.people;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
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

    /**
     * An import as it is listed, without its problems.
     *
     * @param organization the slug of the one imported into: the one asked for, or one below
     */
    public record Summary(
            long id,
            String organization,
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
            @Nullable Instant endedAt,
            @Nullable Instant undoneAt) {

        static Summary of(Tuple row) {
            return new Summary(
                    row.get("id", Long.class),
                    row.get("slug", String.class),
                    row.get("imported_at", Instant.class),
                    row.get("imported_by", String.class),
                    row.get("complete", Boolean.class),
                    row.get("row_count", Integer.class),
                    row.get("created", Integer.class),
                    row.get("updated", Integer.class),
                    row.get("unchanged", Integer.class),
                    row.get("rejected", Integer.class),
                    row.get("missing", Integer.class),
                    row.get("problems", Integer.class),
                    row.get("ended_at", Instant.class),
                    row.get("undone_at", Instant.class));
        }
    }

    /** Those of the organization and the ones below it, newest first. */
    public Page<Summary> page(long organizationId, PageRequest request) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        select i.id, o.slug, i.imported_at, i.imported_by, i.complete, i.row_count, i.created, i.updated,
                          i.unchanged, i.rejected, i.missing, i.problems, i.ended_at, i.undone_at
                        from people_import i
                        join organization_closure b on b.descendant_id = i.organization_id and b.ancestor_id = :organization
                        join organization o on o.id = i.organization_id
                        where i.id < :before order by i.id desc limit :limit""", Tuple.class)
                .setParameter("organization", organizationId)
                .setParameter("before", request.after().map(Cursor::id).orElse(Long.MAX_VALUE))
                .setParameter("limit", request.limit() + 1)
                .getResultList();
        List<Summary> imports =
                rows.stream().map(Tuple.class::cast).map(Summary::of).toList();
        return Page.of(imports, request.limit(), last -> new Cursor("", last.id()));
    }

    /** How old the register is: the last complete import of the organization, or else of the nearest one above with any. */
    public @Nullable Instant lastCompleteAt(long organizationId) {
        List<?> latest = getEntityManager()
                .createNativeQuery("""
                        select latest.imported_at from organization_closure c
                        cross join lateral (
                          select i.imported_at from people_import i
                          where i.organization_id = c.ancestor_id and i.complete and i.undone_at is null
                          order by i.imported_at desc limit 1) latest
                        where c.descendant_id = :organization order by c.depth limit 1""", Instant.class)
                .setParameter("organization", organizationId)
                .getResultList();
        return latest.isEmpty() ? null : (Instant) latest.getFirst();
    }

    private Optional<Long> latestComplete(long organizationId) {
        return find("organizationId = ?1 and complete and undoneAt is null order by id desc", organizationId)
                .firstResultOptional()
                .map(found -> found.id);
    }

    /** One import of exactly this organization. */
    PeopleImport of(long organizationId, long importId) {
        return find("organizationId = ?1 and id = ?2", organizationId, importId)
                .firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    /** Whether its missing can still be confirmed as ended. */
    boolean isConfirmable(PeopleImport done) {
        return done.complete
                && latestComplete(done.organizationId).filter(done.id::equals).isPresent();
    }

    /** How many are members now. */
    long members(PeopleImport done) {
        return (long) getEntityManager()
                .createNativeQuery(
                        "select count(*) from membership where organization_id = :organization and left_on is null",
                        Long.class)
                .setParameter("organization", done.organizationId)
                .getSingleResult();
    }

    /** Whether no later file was imported, apart from those that were undone. */
    boolean isLatest(PeopleImport done) {
        return find("organizationId = ?1 and undoneAt is null order by id desc", done.organizationId)
                .firstResultOptional()
                .filter(latest -> latest.id.equals(done.id))
                .isPresent();
    }

    /** The import, if no later complete one has made its list of the missing worthless. */
    PeopleImport confirmable(long organizationId, long importId) {
        PeopleImport found = of(organizationId, importId);
        if (found.undoneAt != null) {
            throw new MembershipsNotEnded("cannot be ended: the import was undone", found.missing);
        }
        if (!found.complete) {
            throw new MembershipsNotEnded("cannot be ended: the file was not said to be the whole register", 0);
        }
        if (latestComplete(organizationId).filter(latest -> latest == importId).isEmpty()) {
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

    /** The register has confirmed that they left: nothing said here before is still to be made there. */
    void dropCorrectedLeaving(PeopleImport done, List<Long> people) {
        getEntityManager()
                .createNativeQuery("""
                        delete from person_correction
                        where organization_id = :organization and field = 'leftOn' and done_at is null
                          and person_id = any(cast(:people as bigint[]))""")
                .setParameter("organization", done.organizationId)
                .setParameter("people", people.toArray(Long[]::new))
                .executeUpdate();
    }

    void recordEnded(PeopleImport done, List<Long> people) {
        record(done, "MEMBERSHIP_ENDED", people);
    }

    void recordUndone(PeopleImport done, List<Long> people) {
        record(done, "IMPORT_UNDONE", people);
    }

    private void record(PeopleImport done, String kind, List<Long> people) {
        boolean undone = done.undoneAt != null;
        getEntityManager()
                .createNativeQuery("""
                        insert into person_event (organization_id, person_id, at, actor, kind)
                        select :organization, id, :at, :by, :kind from unnest(cast(:people as bigint[])) as id""")
                .setParameter("organization", done.organizationId)
                .setParameter("at", undone ? done.undoneAt : done.endedAt)
                .setParameter("by", undone ? done.undoneBy : done.endedBy)
                .setParameter("kind", kind)
                .setParameter("people", people.toArray(Long[]::new))
                .executeUpdate();
    }
}
