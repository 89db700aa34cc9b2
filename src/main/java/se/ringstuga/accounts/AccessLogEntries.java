package se.ringstuga.accounts;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
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

    private record Condition(
            String sql, String name, @Nullable Object value) {}

    AccessLogEntries(EntityManager entities, Access access) {
        this.entities = entities;
        this.access = access;
    }

    Page<AccessLogEntry> list(AccessLogFilter filter, PageRequest page) {
        var after = page.after();
        var conditions = Stream.of(
                        new Condition("l.person_ids @> cast(:people as bigint[])", "people", people(filter)),
                        new Condition("l.actor = :actor", "actor", filter.actor()),
                        new Condition("l.action = :action", "action", filter.action()),
                        new Condition("l.at >= :from", "from", filter.from()),
                        new Condition("l.at < :until", "until", filter.until()))
                .filter(condition -> condition.value() != null)
                .toList();
        var narrowed =
                conditions.stream().map(condition -> " and " + condition.sql()).collect(joining());
        var query = entities.createNativeQuery(
                        """
                        select l.id, l.at, l.actor, l.action, l.subject, l.person_ids
                        from access_log l
                        where l.organization_id in (
                            select descendant_id from organization_closure where ancestor_id = :organization)
                          and (l.at, l.id) < (:at, :id)""" + narrowed + " order by l.at desc, l.id desc limit :limit", Tuple.class)
                .setParameter("organization", access.organizationId())
                .setParameter(
                        "at", after.map(cursor -> instant(cursor.sortKey())).orElse(END_OF_TIME))
                .setParameter("id", after.map(Cursor::id).orElse(Long.MAX_VALUE))
                .setParameter("limit", page.limit() + 1);
        conditions.forEach(condition -> query.setParameter(condition.name(), condition.value()));
        List<Tuple> rows = query.getResultList();
        var entries = rows.stream().map(AccessLogEntries::entry).toList();
        return Page.of(entries, page.limit(), last -> new Cursor(last.at().toString(), last.id()));
    }

    private static Long @Nullable [] people(AccessLogFilter filter) {
        var person = filter.personId();
        return person == null ? null : new Long[] {person};
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
