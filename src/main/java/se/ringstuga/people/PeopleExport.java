package se.ringstuga.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.InvalidInput;

/**
 * The register as a file for a spreadsheet (rule 41): for administrators, with a reason, told to the administrators before the
 * first row leaves, read some hundred people at a time and stored nowhere. Protected people are in no export (rule 5).
 */
@ApplicationScoped
public class PeopleExport {

    static final int LONGEST_REASON = 500;
    private static final int SHORTEST_REASON = 5;
    private static final int ROWS_A_BATCH = 500;

    /** Named so that an import reads them again. */
    private static final List<String> COLUMNS = List.of(
            "Medlemsnummer",
            "Förnamn",
            "Efternamn",
            "Mobiltelefon",
            "Hemtelefon",
            "E-post",
            "Adress",
            "Postnummer",
            "Ort",
            "Födelseår",
            "Inträdesdatum",
            "Medlem till",
            "Betald t.o.m.",
            "Förening",
            "Etiketter");

    private static final NamedSql WHO = NamedSql.of("""
            select o.name as organization,
              coalesce((select s.name from staff s where :actor = 'staff:' || s.id),
                       (select t.title from api_token t where :actor = 'token:' || t.id), :actor) as name
            from organization o where o.id = :organization""");

    private static final NamedSql BATCH = NamedSql.of("""
            select p.id, p.external_id, p.given_name, p.family_name, p.phone, p.alt_phone, p.email, p.street, p.postal_code,
              p.city, cast(p.birth_year as text) as birth_year, cast(m.joined_on as text) as joined_on,
              cast(m.left_on as text) as left_on, cast(m.paid_until as text) as paid_until,
              coalesce(l.name, case when p.organization_id <> :organization then o.name end) as place,
              (select string_agg(t.title, ', ' order by lower(t.title)) from person_tag pt join tag t on t.id = pt.tag_id
               where pt.person_id = p.id and exists (select from organization_closure c
                 where (c.ancestor_id = t.organization_id and c.descendant_id = :organization)
                   or (c.ancestor_id = :organization and c.descendant_id = t.organization_id))) as tags
            from person p
            join organization o on o.id = p.organization_id
            left join membership m on m.organization_id = p.organization_id and m.person_id = p.id
            left join organization l on l.id = m.placed_in
            where p.id > :after and p.restricted_at is null and %s
            order by p.id limit %d""".formatted(VisiblePeople.from(":organization"), ROWS_A_BATCH));

    private final Sql sql;
    private final Notices notices;
    private final AccessLog accessLog;

    PeopleExport(Sql sql, Notices notices, AccessLog accessLog) {
        this.sql = sql;
        this.notices = notices;
        this.accessLog = accessLog;
    }

    /** Who exports what. */
    record Order(People.Viewer viewer, Actor actor) {}

    /**
     * Tells it before anything leaves.
     *
     * @param reason in the words of the one who exports
     * @throws PersonRefusals.OnlyAdministrators for anybody else
     */
    @Transactional
    void announce(Order order, @Nullable String reason) {
        if (!order.viewer().administrator()) {
            throw new PersonRefusals.OnlyAdministrators();
        }
        String said = said(reason);
        Map<String, String> who = sql.first(
                        WHO,
                        Map.of(
                                "actor",
                                order.actor().toString(),
                                "organization",
                                order.viewer().organizationId()),
                        row -> Map.of("name", row.text("name"), "organization", row.text("organization"), "why", said))
                .orElseThrow();
        notices.tellAdministrators(
                order.viewer().organizationId(),
                new Notice(Notice.Kind.PEOPLE_EXPORTED, order.actor().toString(), who));
        accessLog.record(
                order.viewer().organizationId(),
                order.actor(),
                new AccessLog.Entry("people.export-begun", "reason:" + said, List.of()));
    }

    static String said(@Nullable String reason) {
        String said = reason == null ? "" : reason.strip();
        if (ControlCharacters.in(said)) {
            throw new InvalidInput("reason", ControlCharacters.REFUSED);
        } else if (said.length() < SHORTEST_REASON || said.length() > LONGEST_REASON) {
            throw new InvalidInput(
                    "reason", "is required, with " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters");
        } else if (PersonalIdentityNumber.isIn(said)) {
            throw new InvalidInput("reason", "looks like a personal identity number, which is never stored");
        }
        return said;
    }

    /** Row by row; whoever closes the connection has got what the log says. */
    void write(Order order, OutputStream out) {
        CsvLines lines = new CsvLines(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        lines.line(COLUMNS);
        long last = 0;
        while (last >= 0) {
            long after = last;
            List<Line> batch = QuarkusTransaction.requiringNew().call(() -> batch(order, after));
            batch.forEach(line -> lines.line(line.cells()));
            lines.flush();
            last = batch.size() < ROWS_A_BATCH ? -1 : batch.getLast().id();
        }
    }

    private List<Line> batch(Order order, long after) {
        List<Line> batch = sql.list(
                BATCH, Map.of("organization", order.viewer().organizationId(), "after", after), PeopleExport::line);
        accessLog.record(
                order.viewer().organizationId(),
                order.actor(),
                new AccessLog.Entry(
                        "people.export", null, batch.stream().map(Line::id).toList()));
        return batch;
    }

    private record Line(long id, List<@Nullable String> cells) {}

    private static Line line(Row row) {
        return new Line(
                row.number("id"),
                Arrays.asList(
                        row.textOrNull("external_id"),
                        row.text("given_name"),
                        row.text("family_name"),
                        dialled(row.textOrNull("phone")),
                        dialled(row.textOrNull("alt_phone")),
                        row.textOrNull("email"),
                        row.textOrNull("street"),
                        row.textOrNull("postal_code"),
                        row.textOrNull("city"),
                        row.textOrNull("birth_year"),
                        row.textOrNull("joined_on"),
                        row.textOrNull("left_on"),
                        row.textOrNull("paid_until"),
                        row.textOrNull("place"),
                        row.textOrNull("tags")));
    }

    /** As people here write it, and abroad with 00: a plus would begin a formula. */
    private static @Nullable String dialled(@Nullable String e164) {
        if (e164 == null) {
            return null;
        }
        String shown = PhoneNumber.shown(e164);
        return shown.startsWith("+") ? "00" + shown.substring(1) : shown;
    }
}
