package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** "Rätta i medlemsregistret": values changed here that the register still has the old way (rule 4). */
@ApplicationScoped
public class Corrections {

    private final EntityManager entities;

    Corrections(EntityManager entities) {
        this.entities = entities;
    }

    /** A value changed by hand, and what it was before. */
    record Correction(
            Person person, PersonField field, @Nullable String registerValue) {}

    /**
     * One line of the list.
     *
     * @param field the person's field, as in the API
     * @param oldValue what the register says; null for nothing
     * @param newValue what it should say; null for nothing
     */
    public record CorrectionView(
            long personId,
            String name,
            @Nullable String externalId,
            String field,
            @Nullable String oldValue,
            @Nullable String newValue,
            Instant correctedAt,
            String correctedBy,
            @Nullable Instant doneAt) {}

    /** Remembers the first value the register had, whatever was written since; writing that value again ends the correction. */
    void keep(Correction correction, Actor actor, Instant at) {
        Person person = correction.person();
        entities.createNativeQuery("""
                        insert into person_correction
                          (organization_id, person_id, field, register_value, value, corrected_at, corrected_by)
                        values (:organization, :person, :field, cast(:old as text), cast(:new as text), :at, :by)
                        on conflict (person_id, field) do update set value = excluded.value,
                          register_value = case when person_correction.done_at is null
                            then person_correction.register_value else excluded.register_value end,
                          corrected_at = excluded.corrected_at, corrected_by = excluded.corrected_by,
                          done_at = null, done_by = null""")
                .setParameter("organization", person.organizationId)
                .setParameter("person", person.id)
                .setParameter("field", correction.field().field())
                .setParameter("old", correction.registerValue())
                .setParameter("new", person.text(correction.field()))
                .setParameter("at", at)
                .setParameter("by", actor.toString())
                .executeUpdate();
        entities.createNativeQuery("""
                        delete from person_correction where person_id = :person and field = :field
                          and value is not distinct from register_value""")
                .setParameter("person", person.id)
                .setParameter("field", correction.field().field())
                .executeUpdate();
    }

    /** Those still to be made in the register, by person. */
    public Page<CorrectionView> open(People.Viewer viewer, PageRequest page) {
        List<?> rows = entities.createNativeQuery("""
                        select p.id, p.given_name, p.family_name, p.external_id, c.field, c.register_value, c.value,
                          c.corrected_at, c.corrected_by, c.done_at
                        from person_correction c join person p on p.id = c.person_id
                        where c.done_at is null and c.organization_id in
                            (select descendant_id from organization_closure where ancestor_id = :viewer)
                          and (p.restricted_at is null or :administrator)
                          and (c.person_id, c.field) > (:id, :field)
                        order by c.person_id, c.field limit :limit""", Tuple.class)
                .setParameter("viewer", viewer.organizationId())
                .setParameter("administrator", viewer.administrator())
                .setParameter("id", page.after().map(Cursor::id).orElse(0L))
                .setParameter("field", page.after().map(Cursor::sortKey).orElse(""))
                .setParameter("limit", page.limit() + 1)
                .getResultList();
        List<CorrectionView> views =
                rows.stream().map(Tuple.class::cast).map(Corrections::view).toList();
        return Page.of(views, page.limit(), last -> new Cursor(last.field(), last.personId()));
    }

    /** Somebody made the correction in the register too. */
    void done(Person person, String field, Actor actor, Instant at) {
        int updated = entities.createNativeQuery("""
                        update person_correction set done_at = coalesce(done_at, :at), done_by = coalesce(done_by, :by)
                        where organization_id = :organization and person_id = :person and field = :field""")
                .setParameter("at", at)
                .setParameter("by", actor.toString())
                .setParameter("organization", person.organizationId)
                .setParameter("person", person.id)
                .setParameter("field", field)
                .executeUpdate();
        if (updated == 0) {
            throw new NotFound();
        }
    }

    private static CorrectionView view(Tuple row) {
        return new CorrectionView(
                row.get("id", Long.class),
                (row.get("given_name", String.class) + ' ' + row.get("family_name", String.class)).strip(),
                row.get("external_id", String.class),
                row.get("field", String.class),
                row.get("register_value", String.class),
                row.get("value", String.class),
                row.get("corrected_at", Instant.class),
                row.get("corrected_by", String.class),
                row.get("done_at", Instant.class));
    }
}
