package se.ringstuga.messaging;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.segments.MessageSql;

/** Whom a notice reached neither by SMS nor by e-mail, by name, to be printed (rule 20). */
@ApplicationScoped
class PaperLetters {

    /** Whoever was to read it on another's phone is left out only as long as it may have come there. Whoever does not belong to the association, or is to be left alone, gets no letter either. */
    private static final String MEANT = """
            from message m join person p on p.id = m.person_id
            where m.source = 'BROADCAST' and m.source_id = :broadcast and m.replaced_by is null
              and (m.state in ('FAILED', 'EXPIRED')
                   or (m.state = 'SKIPPED' and m.reason in ('OPTED_OUT', 'SUPPRESSED_ADDRESS', 'NO_ADDRESS', 'MAY_BE_UNDER_16',
                                                            'QUIET_HOURS', 'NO_TIME', 'RESTRICTED'))
                   or (m.state = 'SKIPPED' and m.reason = 'SHARED_NUMBER' and not exists (
                         select from message o where o.source = 'BROADCAST' and o.source_id = m.source_id and o.occurrence = ''
                           and o.channel = m.channel and o.address = m.address and o.state <> 'SKIPPED'
                           and o.state not in ('FAILED', 'EXPIRED', 'CANCELLED'))))
              and exists (select from membership b where b.organization_id = p.organization_id and b.person_id = p.id
                            and (b.left_on is null or b.left_on > :today))
              and p.stopped_at is null and (p.restricted_at is null or :administrator)""";

    private static final NamedSql PAGE = NamedSql.of("""
            select m.id, p.id as person_id, p.sort_name, p.given_name, p.family_name, p.street, p.postal_code, p.city, p.phone, p.email,
                   p.restricted_at is not null as restricted,
                   {why} as reason
            """.replace("{why}", MessageSql.WHY) + MEANT + """
             and (p.sort_name, m.id) > (:name, :after)
            order by p.sort_name, m.id limit :rows""");

    private static final NamedSql ANY = NamedSql.of("select exists (select " + MEANT + ") as any_left");

    private final Sql sql;
    private final AccessLog accessLog;
    private final Access access;
    private final Clock clock;

    PaperLetters(Sql sql, AccessLog accessLog, Access access, Clock clock) {
        this.sql = sql;
        this.accessLog = accessLog;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Somebody to write to on paper.
     *
     * @param restricted a protected identity: shown to administrators alone, and to be posted with care
     * @param reason why neither SMS nor e-mail arrived
     */
    record PaperLetter(
            long messageId,
            long personId,
            @JsonIgnore String sortName,
            String name,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String phone,
            @Nullable String email,
            boolean restricted,
            String reason) {

        static PaperLetter of(Row row) {
            return new PaperLetter(
                    row.number("id"),
                    row.number("person_id"),
                    row.text("sort_name"),
                    (row.text("given_name") + " " + row.text("family_name")).strip(),
                    row.textOrNull("street"),
                    row.textOrNull("postal_code"),
                    row.textOrNull("city"),
                    row.textOrNull("phone"),
                    row.textOrNull("email"),
                    row.is("restricted"),
                    row.text("reason"));
        }
    }

    /** Whether there is anybody to post a letter to. */
    boolean any(long broadcast) {
        return sql.first(ANY, meant(broadcast), row -> row.is("any_left")).orElse(false);
    }

    Page<PaperLetter> page(long broadcast, PageRequest page) {
        var parameters = meant(broadcast);
        parameters.put("rows", page.limit() + 1);
        parameters.put("name", page.after().map(Cursor::sortKey).orElse(""));
        parameters.put("after", page.after().map(Cursor::id).orElse(0L));
        List<PaperLetter> letters = sql.list(PAGE, parameters, PaperLetter::of);
        var shown = Page.of(letters, page.limit(), last -> new Cursor(last.sortName(), last.messageId()));
        accessLog.record(
                "message.letters",
                "broadcast:" + broadcast,
                shown.items().stream().map(PaperLetter::personId).toList());
        return shown;
    }

    private Map<String, Object> meant(long broadcast) {
        return new HashMap<>(Map.of(
                "broadcast",
                broadcast,
                "administrator",
                access.administrator(),
                "today",
                LocalDate.ofInstant(clock.instant(), access.zone())));
    }
}
