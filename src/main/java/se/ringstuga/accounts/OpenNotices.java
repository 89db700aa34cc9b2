package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/**
 * What nobody has handled yet, as far as the reader may know. Organizers learn that there is a threat, so that somebody
 * who waits in a list is explained to them, and nothing about it; what was said is read where it is kept, never copied,
 * so that a corrected report or an erased person leaves nothing behind here.
 */
@ApplicationScoped
class OpenNotices {

    private static final NamedSql OF_STAFF = NamedSql.of(shown("""
            select c.descendant_id as organization_id, bool_or(r.role = 'ADMINISTRATOR') as administrator
            from staff_role r join organization_closure c on c.ancestor_id = r.organization_id
            where r.staff_id = :staff and %s group by c.descendant_id""".formatted(LivingRole.of("r"))));

    private static final NamedSql OF_ORGANIZATION = NamedSql.of(shown("""
            select descendant_id as organization_id, cast(:administrator as boolean) as administrator
            from organization_closure where ancestor_id = :organization"""));

    private static final NamedSql HANDLE = NamedSql.of("""
            update notice set handled_at = coalesce(handled_at, :now), handled_by = coalesce(handled_by, :actor)
            where id = :id and (audience = 'ORGANIZERS' or :administrator)
              and organization_id in (select descendant_id from organization_closure where ancestor_id = :organization)""");

    private final Sql sql;
    private final Details details;
    private final AccessLog accessLog;
    private final Access access;
    private final Clock clock;

    OpenNotices(Sql sql, Details details, AccessLog accessLog, Access access, Clock clock) {
        this.sql = sql;
        this.details = details;
        this.accessLog = accessLog;
        this.access = access;
        this.clock = clock;
    }

    /** Wherever the one who is signed in is staff, those below too; newest first. */
    Page<Open> ofStaff(PageRequest page) {
        return page(OF_STAFF, page, Map.of("staff", access.actor().id(), "now", clock.instant()));
    }

    /** In the path's organization and those below it; newest first. */
    Page<Open> ofOrganization(PageRequest page) {
        return page(
                OF_ORGANIZATION,
                page,
                Map.of("organization", access.organizationId(), "administrator", access.administrator()));
    }

    /**
     * Somebody has looked at it; whoever was first stays.
     *
     * @throws NotFound also for what only administrators may handle
     */
    void handle(long id) {
        var changed = sql.update(
                HANDLE,
                Map.of(
                        "id", id,
                        "organization", access.organizationId(),
                        "administrator", access.administrator(),
                        "actor", access.actor().toString(),
                        "now", clock.instant()));
        if (changed == 0) {
            throw new NotFound();
        }
    }

    private Page<Open> page(NamedSql statement, PageRequest request, Map<String, Object> whose) {
        var parameters = new HashMap<>(whose);
        parameters.put("before", request.after().map(Cursor::id).orElse(Long.MAX_VALUE));
        parameters.put("rows", request.limit() + 1);
        List<Open> rows = sql.list(statement, parameters, this::open);
        var page = Page.of(rows, request.limit(), last -> new Cursor("", last.id()));
        page.items().forEach(this::logWords);
        return page;
    }

    /** What was said about somebody is a read of that person. */
    private void logWords(Open open) {
        open.about()
                .ifPresent(person -> accessLog.record(
                        open.organization().id(),
                        access.actor(),
                        new AccessLog.Entry("notice.read", open.notice().subject(), List.of(person))));
    }

    private static String shown(String visible) {
        return """
            with visible as (%s)
            select n.id, n.organization_id, n.kind, n.subject, cast(n.details as text) as details, n.created_at,
                   o.slug, o.name, o.time_zone, n.audience = 'ADMINISTRATORS' as for_administrators, v.administrator,
                   m.person_id, m.words
            from visible v
            join notice n on n.organization_id = v.organization_id and n.handled_at is null
            join organization o on o.id = n.organization_id
            left join lateral (
              select x.person_id, nullif(concat_ws(' ', nullif(x.text, ''),
                       (select c.text from call_note c where c.call_id = x.call_id and c.removed_at is null)), '') as words
              from organizer_message x
              where v.administrator and x.kind = 'THREAT' and x.withdrawn_at is null
                and x.organization_id = n.organization_id
                and x.call_id = case when n.kind = 'threat' then cast(substring(n.subject from 6) as bigint) end
              order by x.id desc limit 1) m on true
            where (n.audience = 'ORGANIZERS' or v.administrator or n.kind = 'threat') and n.id < :before
            order by n.id desc limit :rows""".formatted(visible);
    }

    private Open open(Row row) {
        return new Open(
                row.number("id"),
                new Notice(Notice.Kind.of(row.text("kind")), row.text("subject"), details.read(row.text("details"))),
                new Where(
                        row.number("organization_id"),
                        row.text("slug"),
                        row.text("name"),
                        ZoneId.of(row.text("time_zone"))),
                row.instant("created_at"),
                row.is("for_administrators"),
                row.is("administrator"),
                Optional.ofNullable(row.numberOrNull("person_id")),
                row.textOrNull("words"));
    }

    record Where(long id, String slug, String name, ZoneId zone) {}

    /**
     * One that nobody has handled.
     *
     * @param administrator whether the reader administers the organization it is about
     * @param about the person of a threat, for administrators
     * @param words what was said about it, for administrators
     */
    record Open(
            long id,
            Notice notice,
            Where organization,
            Instant at,
            boolean forAdministrators,
            boolean administrator,
            Optional<Long> about,
            @Nullable String words) {

        boolean readersToHandle() {
            return administrator || !forAdministrators;
        }

        String said(NoticeMessages say) {
            return readersToHandle() ? notice.said(say) : say.threatWaits();
        }

        NoticeView view(NoticeMessages say) {
            return new NoticeView(
                    id,
                    organization.slug(),
                    notice.kind(),
                    readersToHandle() ? notice.subject() : null,
                    said(say),
                    words,
                    at,
                    forAdministrators);
        }
    }
}
