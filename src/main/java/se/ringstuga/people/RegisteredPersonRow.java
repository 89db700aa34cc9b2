package se.ringstuga.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person as a row of the database, read and written by an import. */
final class RegisteredPersonRow {

    /** The columns that an import writes, in the order of {@link #write}. */
    static final String COLUMNS = """
            (id, organization_id, external_id, given_name, family_name, email, phone, phone_kind, phone_wrong_at, alt_phone,
             alt_phone_kind, alt_phone_wrong_at, street, postal_code, city, birth_year, search, sort_name, created_at,
             created_by, updated_at)""";

    private RegisteredPersonRow() {}

    /** What rows of one import share. */
    record Import(long organizationId, String by, java.time.Instant at) {}

    static void write(CopyRows rows, RegisteredPerson person, Import written) {
        rows.value(person.id())
                .value(written.organizationId())
                .value(person.externalId())
                .value(person.givenName())
                .value(person.familyName())
                .value(person.email());
        line(rows, person, 0);
        line(rows, person, 1);
        rows.value(person.street())
                .value(person.postalCode())
                .value(person.city())
                .value(person.birthYear())
                .value(person.search())
                .value(Folding.sortName(person.givenName(), person.familyName()))
                .value(written.at())
                .value(written.by())
                .value(written.at())
                .endRow();
    }

    static RegisteredPerson read(ResultSet row, Map<PersonField, RegisteredPerson.Correction> corrections)
            throws SQLException {
        List<RegisteredPerson.Line> phones = new ArrayList<>(2);
        line(row, "phone").ifPresent(phones::add);
        line(row, "alt_phone").ifPresent(phones::add);
        return new RegisteredPerson(
                row.getLong("id"),
                row.getString("external_id"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                List.copyOf(phones),
                row.getString("street"),
                row.getString("postal_code"),
                row.getString("city"),
                row.getObject("birth_year", Integer.class),
                row.getBoolean("restricted"),
                new RegisteredPerson.Membership(
                        row.getObject("joined_on", LocalDate.class),
                        row.getObject("left_on", LocalDate.class),
                        row.getObject("paid_until", LocalDate.class),
                        row.getObject("placed_in", Long.class)),
                corrections);
    }

    private static void line(CopyRows rows, RegisteredPerson person, int index) {
        RegisteredPerson.@Nullable Line line =
                index < person.phones().size() ? person.phones().get(index) : null;
        rows.value(line == null ? null : line.phone().e164())
                .value(line == null ? null : line.phone().kind())
                .value(line == null ? null : line.wrongAt());
    }

    private static Optional<RegisteredPerson.Line> line(ResultSet row, String column) throws SQLException {
        String e164 = row.getString(column);
        if (e164 == null) {
            return Optional.empty();
        }
        var kind = PhoneNumber.Kind.valueOf(row.getString(column + "_kind"));
        OffsetDateTime wrongAt = row.getObject(column + "_wrong_at", OffsetDateTime.class);
        return Optional.of(
                new RegisteredPerson.Line(new PhoneNumber(e164, kind), wrongAt == null ? null : wrongAt.toInstant()));
    }
}
