package se.ringstuga.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names under which a register may still know people whose name was corrected here (rule 4). */
final class OldNames {

    private static final String CORRECTED = """
            select p.id, p.given_name, p.family_name from person p
            where p.organization_id = ? and exists (select from person_correction c
              where c.person_id = p.id and c.field in ('givenName', 'familyName'))""";

    private OldNames() {}

    /** Puts them into a table of the transaction, folded as names are compared. */
    static void stage(
            Connection connection,
            long organizationId,
            Map<Long, Map<PersonField, RegisteredPerson.Correction>> corrections)
            throws SQLException {
        CopyRows rows = new CopyRows(16);
        try (PreparedStatement statement = connection.prepareStatement(CORRECTED)) {
            statement.setLong(1, organizationId);
            try (ResultSet people = statement.executeQuery()) {
                while (people.next()) {
                    add(rows, people, corrections.getOrDefault(people.getLong("id"), Map.of()));
                }
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table import_old_name (person_id bigint, sort_name text collate \"C\") on commit drop");
        }
        rows.into(connection, "import_old_name (person_id, sort_name)");
        try (var statement = connection.createStatement()) {
            statement.execute("analyze import_old_name");
        }
    }

    /** One of the two names may have been corrected in the register already: every combination counts. */
    private static void add(CopyRows rows, ResultSet person, Map<PersonField, RegisteredPerson.Correction> corrections)
            throws SQLException {
        long id = person.getLong("id");
        String given = person.getString("given_name");
        String family = person.getString("family_name");
        names(given, corrections.get(PersonField.GIVEN_NAME))
                .flatMap(first -> names(family, corrections.get(PersonField.FAMILY_NAME))
                        .map(last -> Folding.sortName(first, last)))
                .distinct()
                .filter(name -> !name.equals(Folding.sortName(given, family)))
                .forEach(name -> rows.value(id).value(name).endRow());
    }

    private static Stream<String> names(String current, RegisteredPerson.@Nullable Correction correction) {
        return Stream.concat(
                Stream.of(current),
                Stream.ofNullable(correction).map(old -> Objects.requireNonNullElse(old.registerValue(), "")));
    }
}
