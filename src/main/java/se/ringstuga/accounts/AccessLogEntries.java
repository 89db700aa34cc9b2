package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Reads the access log of an organization and those below it, newest first. */
@ApplicationScoped
class AccessLogEntries {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final EntityManager entities;
    private final Access access;

    AccessLogEntries(EntityManager entities, Access access) {
        this.entities = entities;
        this.access = access;
    }

    Page<AccessLogEntry> list(@Nullable Long personId, PageRequest page) {
        var after = page.after();
        var query = entities.createNativeQuery("""
                        select l.id, l.at, l.actor, l.action, l.subject, l.person_ids
                        from access_log l
                        where l.organization_id in (
                            select descendant_id from organization_closure where ancestor_id = :organization)
                          and (l.at, l.id) < (:at, :id)
                          and l.person_ids @> cast(:people as bigint[])
                        order by l.at desc, l.id desc limit :limit""", Tuple.class);
        List<Tuple> rows = query.setParameter("organization", access.organizationId())
                .setParameter(
                        "at", after.map(cursor -> instant(cursor.sortKey())).orElse(END_OF_TIME))
                .setParameter("id", after.map(Cursor::id).orElse(Long.MAX_VALUE))
                .setParameter("people", personId == null ? new Long[0] : new Long[] {personId})
                .setParameter("limit", page.limit() + 1)
                .getResultList();
        var entries = rows.stream().map(AccessLogEntries::entry).toList();
        return Page.of(entries, page.limit(), last -> new Cursor(last.at().toString(), last.id()));
    }

    private static Instant instant(String sortKey) {
        try {
            return Instant.parse(sortKey);
        } catch (DateTimeParseException foreign) {
            throw InvalidInput.query("cursor", "is not a cursor of this list; use `next` as it was given");
        }
    }

    private static AccessLogEntry entry(Tuple row) {
        return new AccessLogEntry(
                row.get("id", Long.class),
                row.get("at", Instant.class),
                row.get("actor", String.class),
                row.get("action", String.class),
                row.get("subject", String.class),
                List.of(row.get("person_ids", Long[].class)));
    }
}
