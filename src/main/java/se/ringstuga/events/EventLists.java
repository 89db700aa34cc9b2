package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** An organization's events page by page, and how many come. */
@ApplicationScoped
class EventLists {

    /** Whatever ends after a moment begins at most this long before it. */
    private static final Duration LONGEST = Duration.ofMinutes(EventInput.MOST_MINUTES);

    private static final String SEARCHED =
            "select " + EventRow.COLUMNS + " " + EventRow.FROM + """
             where e.organization_id = :organization
              and (cast(:from as timestamptz) is null or (e.ends_at > :from and e.starts_at > :earliest))
              and (cast(:until as timestamptz) is null or e.starts_at < :until)
              and (cast(:kind as bigint) is null or e.kind_id = :kind)
              and (cast(:series as bigint) is null or e.series_id = :series)
              and (cast(:published as boolean) is null or (e.published_at is not null) = :published)
              and (cast(:status as text) is null or""" + " " + EventStatus.SQL + " = :status)";

    private static final NamedSql BY_TIME = NamedSql.of(SEARCHED + """
             and (cast(:after as timestamptz) is null or (e.starts_at, e.id) > (cast(:after as timestamptz), :after_id))
            order by e.starts_at, e.id limit :rows""");

    private static final NamedSql BACKWARDS = NamedSql.of(SEARCHED + """
             and (cast(:after as timestamptz) is null or (e.starts_at, e.id) < (cast(:after as timestamptz), :after_id))
            order by e.starts_at desc, e.id desc limit :rows""");

    private static final NamedSql BY_CHANGE = NamedSql.of(SEARCHED + """
             and e.changed_at >= :since
             and (cast(:after as timestamptz) is null or (e.changed_at, e.id) > (cast(:after as timestamptz), :after_id))
            order by e.changed_at, e.id limit :rows""");

    private static final NamedSql COUNTS = NamedSql.of("select event_id, " + EventCounts.COLUMNS
            + " from sign_up where event_id = any (cast(:events as bigint[])) group by event_id");

    private final Sql sql;

    EventLists(Sql sql) {
        this.sql = sql;
    }

    /** By their beginning; those that changed since a moment by their change. */
    Page<EventRow> page(long organizationId, EventSearch search, PageRequest page, Instant now) {
        var parameters = parameters(organizationId, search, page, now);
        return search.updatedSince() == null
                ? byTime(BY_TIME, parameters, page)
                : Page.of(
                        sql.list(BY_CHANGE, parameters, EventRow::of),
                        page.limit(),
                        last -> new Cursor(last.changedAt().toString(), last.id()));
    }

    /** The latest first. */
    Page<EventRow> backwards(long organizationId, EventSearch search, PageRequest page, Instant now) {
        return byTime(BACKWARDS, parameters(organizationId, search, page, now), page);
    }

    private Page<EventRow> byTime(NamedSql question, Map<String, @Nullable Object> parameters, PageRequest page) {
        return Page.of(
                sql.list(question, parameters, EventRow::of),
                page.limit(),
                last -> new Cursor(last.startsAt().toString(), last.id()));
    }

    /** Events for which nobody stands are not in it. */
    Map<Long, EventCounts> counts(List<Long> eventIds) {
        var counts = new HashMap<Long, EventCounts>();
        sql.list(COUNTS, Map.of("events", eventIds), row -> counts.put(row.number("event_id"), EventCounts.of(row)));
        return counts;
    }

    EventCounts counts(long eventId) {
        return counts(List.of(eventId)).getOrDefault(eventId, EventCounts.NOBODY);
    }

    private static Map<String, @Nullable Object> parameters(
            long organizationId, EventSearch search, PageRequest page, Instant now) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("organization", organizationId);
        parameters.put("now", now);
        parameters.put("after", page.after().map(Cursor::moment).orElse(null));
        parameters.put("after_id", page.after().map(Cursor::id).orElse(0L));
        parameters.put("rows", page.limit() + 1);
        parameters.put("from", search.from());
        parameters.put("earliest", search.from() == null ? null : search.from().minus(LONGEST));
        parameters.put("until", search.until());
        parameters.put("kind", search.kindId());
        parameters.put("series", search.seriesId());
        parameters.put("published", search.published());
        parameters.put("status", search.status());
        parameters.put("since", search.updatedSince());
        return parameters;
    }
}
