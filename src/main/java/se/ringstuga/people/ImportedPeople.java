package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Writes what an import decided: COPY for whoever is new, one statement a table for whoever changed. */
@ApplicationScoped
class ImportedPeople {

    private static final int ROWS_WORTH_ANALYZING = 5000;
    private static final String MEMBERSHIP = "(organization_id, person_id, placed_in, joined_on, left_on, paid_until)";
    private static final String CONNECTION =
            "(connected_to, organization_id, person_id, source, connected_at, connected_by)";

    private final EntityManager entities;

    ImportedPeople(EntityManager entities) {
        this.entities = entities;
    }

    void create(List<RegisterEntry> entries, RegisteredPersonRow.Import written) {
        if (entries.isEmpty()) {
            return;
        }
        entities.unwrap(Session.class).doWork(connection -> {
            List<RegisteredPerson> people = new ArrayList<>(entries.size());
            List<Long> ids = freshIds(connection, entries.size());
            for (int i = 0; i < entries.size(); i++) {
                people.add(RegisteredPerson.created(ids.get(i), entries.get(i)));
            }
            copyPeople(connection, people, "person " + RegisteredPersonRow.COLUMNS, written);
            copyMemberships(connection, people, "membership " + MEMBERSHIP, written);
            CopyRows placements = new CopyRows(people.size());
            people.forEach(person -> placement(placements, person, written));
            placements.into(connection, "person_connection " + CONNECTION);
            if (people.size() >= ROWS_WORTH_ANALYZING) {
                // The next statements, and the first call list, are planned for the people who are there now.
                execute(connection, "analyze person, membership, person_connection");
            }
        });
    }

    void change(List<RegisterMerge.Merged> merged, RegisteredPersonRow.Import written) {
        if (merged.isEmpty()) {
            return;
        }
        List<RegisteredPerson> people =
                merged.stream().map(RegisterMerge.Merged::after).toList();
        entities.unwrap(Session.class).doWork(connection -> {
            execute(connection, "create temporary table import_change (like person) on commit drop");
            execute(connection, "create temporary table import_membership (like membership) on commit drop");
            for (String column : List.of("version", "id", "organization_id", "search", "sort_name")) {
                execute(connection, "alter table import_change alter column " + column + " drop not null");
            }
            copyPeople(connection, people, "import_change " + RegisteredPersonRow.COLUMNS, written);
            copyMemberships(connection, people, "import_membership " + MEMBERSHIP, written);
            execute(connection, "analyze import_change, import_membership");
            updatePeople(connection);
            updateMemberships(connection, written);
            events(connection, merged, written);
        });
    }

    /** Ends corrections that the file made too, and drops those it overtook with a new value (rule 4). */
    void settleCorrections(List<RegisterMerge.Merged> merged, RegisteredPersonRow.Import written) {
        for (RegisterMerge.Merged each : merged) {
            entities.createNativeQuery("""
                            update person_correction set register_value = value, done_at = coalesce(done_at, :now),
                              done_by = coalesce(done_by, :by)
                            where organization_id = :organization and person_id = :person
                              and field = any(cast(:fields as text[]))""")
                    .setParameter("now", written.at())
                    .setParameter("by", written.by())
                    .setParameter("organization", written.organizationId())
                    .setParameter("person", each.before().id())
                    .setParameter("fields", fields(each.caughtUp()))
                    .executeUpdate();
            entities.createNativeQuery("""
                            delete from person_correction
                            where organization_id = :organization and person_id = :person
                              and field = any(cast(:fields as text[]))""")
                    .setParameter("organization", written.organizationId())
                    .setParameter("person", each.before().id())
                    .setParameter("fields", fields(each.overtaken()))
                    .executeUpdate();
        }
    }

    /**
     * A complete file without somebody who left here has made the correction too; in a later file they are back.
     *
     * @param numbers every member number in the file: a row that was rejected names somebody all the same
     * @param found whom the file was matched with
     */
    void settleLeavers(Set<String> numbers, Set<Long> found, RegisteredPersonRow.Import written) {
        entities.createNativeQuery("""
                        update person_correction c set done_at = :now, done_by = :by
                        from person p
                        where p.id = c.person_id and c.organization_id = :organization and c.field = 'leftOn'
                          and c.value is not null and c.done_at is null
                          and not exists (select from unnest(cast(:numbers as text[])) as number where number = p.external_id)
                          and not exists (select from unnest(cast(:found as bigint[])) as id where id = p.id)""")
                .setParameter("now", written.at())
                .setParameter("by", written.by())
                .setParameter("organization", written.organizationId())
                .setParameter("numbers", numbers.toArray(String[]::new))
                .setParameter("found", found.toArray(Long[]::new))
                .executeUpdate();
    }

    private static String[] fields(Set<PersonField> fields) {
        return fields.stream().map(PersonField::field).toArray(String[]::new);
    }

    private static void updatePeople(Connection connection) throws SQLException {
        execute(connection, """
                update person p set external_id = c.external_id, given_name = c.given_name, family_name = c.family_name,
                  email = c.email,
                  email_wrong_at = case when lower(p.email) = lower(c.email) then p.email_wrong_at end,
                  phone = c.phone, phone_kind = c.phone_kind, phone_wrong_at = c.phone_wrong_at,
                  alt_phone = c.alt_phone, alt_phone_kind = c.alt_phone_kind, alt_phone_wrong_at = c.alt_phone_wrong_at,
                  street = c.street, postal_code = c.postal_code, city = c.city, birth_year = c.birth_year,
                  search = c.search, sort_name = c.sort_name, updated_at = c.updated_at, version = p.version + 1
                from import_change c where p.id = c.id""");
    }

    private static void updateMemberships(Connection connection, RegisteredPersonRow.Import written)
            throws SQLException {
        execute(connection, """
                delete from person_connection c using import_membership m
                where c.person_id = m.person_id and c.source = 'REGISTER' and c.connected_to is distinct from m.placed_in""");
        execute(connection, """
                insert into membership (organization_id, person_id, placed_in, joined_on, left_on, paid_until)
                select organization_id, person_id, placed_in, joined_on, left_on, paid_until from import_membership
                on conflict (organization_id, person_id) do update set placed_in = excluded.placed_in,
                  joined_on = excluded.joined_on, left_on = excluded.left_on, paid_until = excluded.paid_until""");
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into person_connection (connected_to, organization_id, person_id, source, connected_at, connected_by)
                select placed_in, organization_id, person_id, 'REGISTER', cast(? as timestamptz), ?
                from import_membership where placed_in <> organization_id
                on conflict (connected_to, person_id) do nothing""")) {
            statement.setString(1, written.at().toString());
            statement.setString(2, written.by());
            statement.executeUpdate();
        }
    }

    private static void events(
            Connection connection, List<RegisterMerge.Merged> merged, RegisteredPersonRow.Import written)
            throws SQLException {
        CopyRows rows = new CopyRows(merged.size());
        for (RegisterMerge.Merged each : merged) {
            String fields = RegisterMerge.changedFields(each.before(), each.after()).stream()
                    .map(field -> '"' + field.field() + '"')
                    .collect(Collectors.joining(", ", "{\"fields\": [", "]}"));
            rows.value(written.organizationId())
                    .value(each.before().id())
                    .value(written.at())
                    .value(written.by())
                    .value(each.returned() ? "MEMBERSHIP_RESUMED" : "IMPORTED")
                    .value(fields)
                    .endRow();
        }
        rows.into(connection, "person_event (organization_id, person_id, at, actor, kind, details)");
    }

    private static void copyPeople(
            Connection connection, List<RegisteredPerson> people, String target, RegisteredPersonRow.Import written)
            throws SQLException {
        CopyRows rows = new CopyRows(people.size() * 4);
        people.forEach(person -> RegisteredPersonRow.write(rows, person, written));
        rows.into(connection, target);
    }

    private static void copyMemberships(
            Connection connection, List<RegisteredPerson> people, String target, RegisteredPersonRow.Import written)
            throws SQLException {
        CopyRows rows = new CopyRows(people.size());
        for (RegisteredPerson person : people) {
            RegisteredPerson.Membership membership = person.membership();
            rows.value(written.organizationId())
                    .value(person.id())
                    .value(membership.placedIn())
                    .value(membership.joinedOn())
                    .value(membership.leftOn())
                    .value(membership.paidUntil())
                    .endRow();
        }
        rows.into(connection, target);
    }

    private static void placement(CopyRows rows, RegisteredPerson person, RegisteredPersonRow.Import written) {
        Long placedIn = person.membership().placedIn();
        if (placedIn != null && !Objects.equals(placedIn, written.organizationId())) {
            rows.value(placedIn)
                    .value(written.organizationId())
                    .value(person.id())
                    .value("REGISTER")
                    .value(written.at())
                    .value(written.by())
                    .endRow();
        }
    }

    private static List<Long> freshIds(Connection connection, int count) throws SQLException {
        List<Long> ids = new ArrayList<>(count);
        try (PreparedStatement statement = connection.prepareStatement(
                "select nextval(pg_get_serial_sequence('person', 'id')) from generate_series(1, ?)")) {
            statement.setInt(1, count);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        return ids;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
