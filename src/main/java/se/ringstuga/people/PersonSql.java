package se.ringstuga.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text of the statements that read people, and the reading of their rows. */
final class PersonSql {

    /** Who is seen, protection included, over {@code p}; parameters {@code viewer} and {@code administrator}. */
    static final String VISIBLE = "(p.restricted_at is null or :administrator) and " + VisiblePeople.from(":viewer");

    /** Tags of the viewer's organization, those above and those below it; a local group's are not its neighbour's. */
    static final String COLUMNS = """
            select p.id, p.given_name, p.family_name, p.phone, p.phone_kind, p.phone_wrong_at is not null as phone_wrong,
              p.alt_phone, p.alt_phone_kind, p.alt_phone_wrong_at is not null as alt_phone_wrong, p.email,
              p.email_wrong_at is not null as email_wrong, p.external_id,
              p.street, p.postal_code, p.city, cast(p.birth_year as int) as birth_year, p.language, p.sort_name,
              p.restricted_at is not null as restricted, p.stopped_at is not null as stopped, p.version,
              m.joined_on, m.left_on, m.paid_until,
              o.id as organization_id, o.slug as organization_slug, o.name as organization_name,
              l.id as placed_id, l.slug as placed_slug, l.name as placed_name,
              cast((select json_agg(json_build_object('id', t.id, 'title', t.title) order by lower(t.title), t.id)
                    from person_tag pt join tag t on t.id = pt.tag_id
                    where pt.person_id = p.id and exists (select from organization_closure c
                      where (c.ancestor_id = t.organization_id and c.descendant_id = :viewer)
                        or (c.ancestor_id = :viewer and c.descendant_id = t.organization_id))) as text) as tags
            """;

    static final String JOINS = """
            join organization o on o.id = p.organization_id
            left join membership m on m.organization_id = p.organization_id and m.person_id = p.id
            left join organization l on l.id = m.placed_in
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private PersonSql() {}

    static PersonView view(Tuple row) {
        String given = row.get("given_name", String.class);
        String family = row.get("family_name", String.class);
        return new PersonView(
                row.get("id", Long.class),
                (given + ' ' + family).strip(),
                given,
                family,
                row.get("phone", String.class),
                kind(row, "phone_kind"),
                row.get("phone_wrong", Boolean.class),
                row.get("alt_phone", String.class),
                kind(row, "alt_phone_kind"),
                row.get("alt_phone_wrong", Boolean.class),
                row.get("email", String.class),
                row.get("email_wrong", Boolean.class),
                row.get("external_id", String.class),
                row.get("street", String.class),
                row.get("postal_code", String.class),
                row.get("city", String.class),
                row.get("birth_year", Integer.class),
                row.get("language", String.class),
                membership(row),
                tags(row.get("tags", String.class)),
                row.get("restricted", Boolean.class),
                row.get("stopped", Boolean.class),
                row.get("version", Integer.class));
    }

    private static PersonView.Membership membership(Tuple row) {
        Long placed = row.get("placed_id", Long.class);
        return new PersonView.Membership(
                date(row, "joined_on"),
                date(row, "left_on"),
                date(row, "paid_until"),
                place(row, "organization", row.get("organization_id", Long.class)),
                placed == null ? null : place(row, "placed", placed));
    }

    private static PersonView.Place place(Tuple row, String prefix, long id) {
        return new PersonView.Place(
                id, row.get(prefix + "_slug", String.class), row.get(prefix + "_name", String.class));
    }

    static @Nullable LocalDate date(Tuple row, String column) {
        return switch (row.get(column)) {
            case java.sql.Date date -> date.toLocalDate();
            case LocalDate date -> date;
            case null, default -> null;
        };
    }

    private static PhoneNumber.@Nullable Kind kind(Tuple row, String column) {
        return Optional.ofNullable(row.get(column, String.class))
                .map(PhoneNumber.Kind::valueOf)
                .orElse(null);
    }

    private static List<PersonView.Tag> tags(@Nullable String json) {
        try {
            return json == null ? List.of() : List.of(JSON.readValue(json, PersonView.Tag[].class));
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
