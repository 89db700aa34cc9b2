package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people were before an import, so that it can be undone; kept for the latest import of an organization alone. */
@ApplicationScoped
class ImportImages {

    private static final String KEEP = """
            insert into people_import_image (organization_id, import_id, person_id, person, membership, placements, corrections)
            select p.organization_id, :import, p.id, to_jsonb(p),
              (select to_jsonb(m) from membership m where m.organization_id = p.organization_id and m.person_id = p.id),
              coalesce((select jsonb_agg(to_jsonb(c)) from person_connection c
                        where c.person_id = p.id and c.source = 'REGISTER'), '[]'),
              coalesce((select jsonb_agg(to_jsonb(c)) from person_correction c where c.person_id = p.id), '[]')
            from person p
            where p.organization_id = :organization and (p.id = any(cast(:people as bigint[]))
              or :complete and exists (select from person_correction c
                where c.person_id = p.id and c.field = 'leftOn' and c.value is not null and c.done_at is null))""";

    private static final String KEEP_AFTER = """
            update people_import_image i set person_after = to_jsonb(p), membership_after =
              (select to_jsonb(m) from membership m where m.organization_id = p.organization_id and m.person_id = p.id)
            from person p where i.import_id = :import and p.organization_id = i.organization_id and p.id = i.person_id""";

    /** Rows are compared, not their text: a time is written differently in another session's zone. */
    private static final String TOUCHED = """
            select count(*) from people_import_image i
            join person p on p.organization_id = i.organization_id and p.id = i.person_id
            left join membership m on m.organization_id = p.organization_id and m.person_id = p.id
            where i.import_id = :import
              and (jsonb_populate_record(cast(null as person), i.person_after) is distinct from p
                or jsonb_populate_record(cast(null as membership), i.membership_after) is distinct from m)""";

    /** The schema itself is asked who speaks of people, so that a table of tomorrow counts too. */
    private static final String SPEAKING_OF_PEOPLE = """
            select quote_ident(c.table_name) from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = current_schema() and c.column_name = 'person_id' and t.table_type = 'BASE TABLE'
              and c.table_name not in ('membership', 'people_import_missing', 'people_import_image', 'call_queue_entry',
                                       'person_connection')
            order by c.table_name""";

    private static final String RESTORE_PEOPLE = """
            update person p set external_id = b.external_id, given_name = b.given_name, family_name = b.family_name,
              email = b.email, email_wrong_at = b.email_wrong_at, phone = b.phone, phone_kind = b.phone_kind,
              phone_wrong_at = b.phone_wrong_at, alt_phone = b.alt_phone, alt_phone_kind = b.alt_phone_kind,
              alt_phone_wrong_at = b.alt_phone_wrong_at, street = b.street, postal_code = b.postal_code, city = b.city,
              birth_year = b.birth_year, search = b.search, sort_name = b.sort_name, updated_at = :at, version = p.version + 1
            from people_import_image i cross join lateral jsonb_populate_record(cast(null as person), i.person) b
            where i.import_id = :import and p.organization_id = i.organization_id and p.id = i.person_id""";

    private static final String RESTORE_MEMBERSHIPS = """
            update membership m set placed_in = b.placed_in, joined_on = b.joined_on, left_on = b.left_on,
              paid_until = b.paid_until
            from people_import_image i cross join lateral jsonb_populate_record(cast(null as membership), i.membership) b
            where i.import_id = :import and m.organization_id = i.organization_id and m.person_id = i.person_id
              and i.membership is not null""";

    private static final List<String> RESTORE_THE_REST = List.of("""
            delete from membership m using people_import_image i
            where i.import_id = :import and i.membership is null
              and m.organization_id = i.organization_id and m.person_id = i.person_id""", """
            delete from person_connection c using people_import_image i
            where i.import_id = :import and c.person_id = i.person_id and c.source = 'REGISTER'""", """
            insert into person_connection (connected_to, organization_id, person_id, source, connected_at, connected_by)
            select c.connected_to, c.organization_id, c.person_id, c.source, c.connected_at, c.connected_by
            from people_import_image i
            cross join lateral jsonb_populate_recordset(cast(null as person_connection), i.placements) c
            where i.import_id = :import on conflict (connected_to, person_id) do nothing""", """
            delete from person_correction c using people_import_image i
            where i.import_id = :import and c.person_id = i.person_id""", """
            insert into person_correction
              (organization_id, person_id, field, register_value, value, corrected_at, corrected_by, done_at, done_by)
            select c.organization_id, c.person_id, c.field, c.register_value, c.value, c.corrected_at, c.corrected_by,
              c.done_at, c.done_by
            from people_import_image i
            cross join lateral jsonb_populate_recordset(cast(null as person_correction), i.corrections) c
            where i.import_id = :import""");

    private final EntityManager entities;

    ImportImages(EntityManager entities) {
        this.entities = entities;
    }

    /** Before anybody is changed; what was kept for earlier imports can not be used any more and goes. */
    void keep(PeopleImport done, Collection<Long> people) {
        entities.createNativeQuery(
                        "delete from people_import_image where organization_id = :organization and import_id <> :import")
                .setParameter("organization", done.organizationId)
                .setParameter("import", done.id)
                .executeUpdate();
        of(done, KEEP)
                .setParameter("organization", done.organizationId)
                .setParameter("people", people.toArray(Long[]::new))
                .setParameter("complete", done.complete)
                .executeUpdate();
    }

    void keepAfter(PeopleImport done) {
        of(done, KEEP_AFTER).executeUpdate();
    }

    /** How many of the changed have been changed by somebody since. */
    long touched(PeopleImport done) {
        return (long) entities.createNativeQuery(TOUCHED, Long.class)
                .setParameter("import", done.id)
                .getSingleResult();
    }

    /** Of how many of the created something else speaks: a call, a message, a tag, an edit. */
    long used(PeopleImport done) {
        List<?> tables =
                entities.createNativeQuery(SPEAKING_OF_PEOPLE, String.class).getResultList();
        String spoken = tables.stream()
                .map(table -> "exists (select from " + table + " x where x.person_id = p.id)")
                .collect(Collectors.joining(" or "));
        return (long) created(done, "select count(*) from person p", """
                 and (exists (select from person_connection x where x.person_id = p.id and x.source <> 'REGISTER')
                   or p.restricted_at is not null or p.stopped_at is not null or\s""" + spoken + ")", Long.class)
                .getSingleResult();
    }

    /** Whom the import created. */
    List<Long> created(PeopleImport done) {
        List<?> ids = created(done, "select p.id from person p", "", Long.class).getResultList();
        return ids.stream().map(Long.class::cast).toList();
    }

    /** Whom it changed. */
    List<Long> changed(PeopleImport done) {
        List<?> ids = entities.createNativeQuery(
                        "select person_id from people_import_image where import_id = :import order by person_id",
                        Long.class)
                .setParameter("import", done.id)
                .getResultList();
        return ids.stream().map(Long.class::cast).toList();
    }

    /** Those of the changed whose membership had ended before the import. */
    List<Long> leftBefore(PeopleImport done) {
        List<?> ids = entities.createNativeQuery("""
                        select person_id from people_import_image
                        where import_id = :import and membership ->> 'left_on' is not null
                          and membership_after ->> 'left_on' is null order by person_id""", Long.class)
                .setParameter("import", done.id)
                .getResultList();
        return ids.stream().map(Long.class::cast).toList();
    }

    void removeCreated(PeopleImport done) {
        created(done, "delete from person p", "", null).executeUpdate();
    }

    void restoreChanged(PeopleImport done, Instant at) {
        of(done, RESTORE_PEOPLE).setParameter("at", at).executeUpdate();
        of(done, RESTORE_MEMBERSHIPS).executeUpdate();
        RESTORE_THE_REST.forEach(statement -> of(done, statement).executeUpdate());
    }

    /** Nobody undoes it any more: after its time, or once it is done. */
    int forgetOlderThan(Instant importedAt) {
        return entities.createNativeQuery("""
                        delete from people_import_image i using people_import d
                        where d.id = i.import_id and (d.imported_at < :at or d.undone_at is not null)""").setParameter("at", importedAt).executeUpdate();
    }

    private Query created(PeopleImport done, String beginning, String end, @Nullable Class<?> type) {
        String sql = beginning
                + " where p.organization_id = :organization and p.created_by = :by and p.created_by like 'import:%'"
                + end;
        Query query = type == null ? entities.createNativeQuery(sql) : entities.createNativeQuery(sql, type);
        return query.setParameter("organization", done.organizationId).setParameter("by", "import:" + done.id);
    }

    private Query of(PeopleImport done, String sql) {
        return entities.createNativeQuery(sql).setParameter("import", done.id);
    }
}
