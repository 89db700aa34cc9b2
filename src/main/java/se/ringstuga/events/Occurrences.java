package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The events of a series, written many at a time. */
@ApplicationScoped
class Occurrences {

    private static final String DAYS = """
            unnest(cast(:ids as bigint[]), cast(cast(:days as text[]) as date[]), cast(cast(:starts as text[]) as timestamptz[]),
                   cast(cast(:ends as text[]) as timestamptz[]), cast(cast(:opens as text[]) as timestamptz[]),
                   cast(cast(:closes as text[]) as timestamptz[]), cast(:uids as text[])) d(id, day, starts, ends, opens, closes, uid)""";

    /** A day that stands there already stays as it is. */
    private static final NamedSql ADD = NamedSql.of("""
            insert into event (organization_id, series_id, occurrence_on, starts_at, ends_at, sign_up_opens, sign_up_closes, uid,
              published_at, published_by, changed_at, created_at, created_by, %s)
            select :organization, :series, d.day, d.starts, d.ends, d.opens, d.closes, d.uid,
              case when :published then cast(:now as timestamptz) end, case when :published then cast(:actor as text) end,
              :now, :now, :actor, %s
            from %s
            on conflict (series_id, occurrence_on) do nothing
            returning id""".formatted(ContentRows.COLUMNS, ContentRows.VALUES, DAYS));

    private static final String IS_AHEAD =
            " where e.series_id = :series and (e.occurrence_on >= cast(:today as date) or e.starts_at > :now) order by"
                    + " e.id";

    /** In the order in which everybody locks events, and read in the next statement: what was waited for is seen then. */
    private static final NamedSql LOCK_AHEAD =
            NamedSql.of("select e.id from event e" + IS_AHEAD + " for no key update");

    private static final NamedSql AHEAD = NamedSql.of("select " + EventRow.COLUMNS + " " + EventRow.FROM + IS_AHEAD);

    private static final NamedSql FOLLOW = NamedSql.of("""
            update event e set (%s) = row(%s),
              occurrence_on = d.day, starts_at = d.starts, ends_at = d.ends, sign_up_opens = d.opens, sign_up_closes = d.closes,
              moved_at = case when e.published_at is not null and e.starts_at <> d.starts then :now else e.moved_at end,
              moved_from = case when e.published_at is not null and e.starts_at <> d.starts then e.starts_at else e.moved_from end,
              relocated_at = case when e.id = any (cast(:relocated as bigint[])) then :now else e.relocated_at end,
              sequence = e.sequence + case when e.published_at is null then 0 else 1 end, changed_at = :now, version = e.version + 1
            from %s where e.id = d.id""".formatted(ContentRows.COLUMNS, ContentRows.VALUES, DAYS));

    /** An exception stands for another day of the rule, whenever it is. */
    private static final NamedSql STAND_FOR = NamedSql.of("""
            update event e set occurrence_on = d.day, version = e.version + 1
            from unnest(cast(:ids as bigint[]), cast(cast(:days as text[]) as date[])) d(id, day)
            where e.id = d.id and e.occurrence_on <> d.day""");

    /** Drafts that nobody has anything to do with. */
    private static final NamedSql REMOVE = NamedSql.of("""
            delete from event e where e.id = any (cast(:ids as bigint[])) and e.published_at is null
              and not exists (select from sign_up s where s.event_id = e.id) returning e.id""");

    private static final String CANCEL = """
            update event e set cancelled_at = :now, cancelled_by = :actor, cancelled_why = cast(:why as text), sequence = e.sequence + 1,
              changed_at = :now, version = e.version + 1{detached}
            where e.id = any (cast(:ids as bigint[])) and e.cancelled_at is null returning e.id""";

    private static final NamedSql CALL_OFF = NamedSql.of(CANCEL.replace("{detached}", ""));

    private static final NamedSql CALL_OFF_APART = NamedSql.of(
            CANCEL.replace("{detached}", ", was_series_id = e.series_id, series_id = null, occurrence_on = null"));

    private static final NamedSql PUBLISH = NamedSql.of("""
            update event set published_at = :now, published_by = :actor, changed_at = :now, version = version + 1
            where id in (select e.id from event e where e.series_id = :series and e.published_at is null and e.cancelled_at is null
                           and e.starts_at > :now order by e.id for no key update of e)
            returning id""");

    private final Sql sql;

    Occurrences(Sql sql) {
        this.sql = sql;
    }

    /** Which of a series are on which days. */
    record Days(SeriesRow series, Map<Long, LocalDate> byId, Collection<LocalDate> days) {

        private Map<String, @Nullable Object> parameters(Events.Written written) {
            var ids = List.copyOf(byId.keySet());
            var days = ids.isEmpty()
                    ? List.copyOf(this.days)
                    : ids.stream().map(byId::get).map(Objects::requireNonNull).toList();
            var times = days.stream()
                    .map(day -> series.times().on(day, series.zone()))
                    .toList();
            var parameters = new HashMap<String, @Nullable Object>(ContentRows.parameters(series.content()));
            parameters.put("ids", ids);
            parameters.put("days", days.stream().map(LocalDate::toString).toList());
            parameters.put("starts", texts(times, EventTimes::startsAt));
            parameters.put("ends", texts(times, EventTimes::endsAt));
            parameters.put("opens", texts(times, EventTimes::signUpOpens));
            parameters.put("closes", texts(times, EventTimes::signUpCloses));
            parameters.put(
                    "uids",
                    days.stream().map(_ -> UUID.randomUUID() + "@ringstuga").toList());
            parameters.put("actor", written.actor());
            parameters.put("now", written.now());
            return parameters;
        }

        private static List<String> texts(List<EventTimes> times, Function<EventTimes, @Nullable Instant> part) {
            return times.stream()
                    .map(part)
                    .filter(Objects::nonNull)
                    .map(Instant::toString)
                    .toList();
        }
    }

    /** The new ones; those of a published series are published. */
    List<Long> add(SeriesRow series, Collection<LocalDate> days, Events.Written written) {
        if (days.isEmpty()) {
            return List.of();
        }
        var parameters = new Days(series, Map.of(), days).parameters(written);
        parameters.put("organization", series.organizationId());
        parameters.put("series", series.id());
        parameters.put("published", series.publishedAt() != null);
        return sql.list(ADD, parameters, row -> row.number("id"));
    }

    /** Those whose day by the rule, or whose beginning, is still to come. */
    List<EventRow> lockAhead(long seriesId, LocalDate today, Instant now) {
        var parameters = Map.of("series", seriesId, "today", today, "now", now);
        sql.list(LOCK_AHEAD, parameters, row -> row.number("id"));
        return sql.list(AHEAD, parameters, EventRow::of);
    }

    /** The same to be looked at alone. */
    List<EventRow> ahead(long seriesId, LocalDate today, Instant now) {
        return sql.list(AHEAD, Map.of("series", seriesId, "today", today, "now", now), EventRow::of);
    }

    /** @param relocated of which those who have signed up are told of another place */
    void follow(SeriesRow series, Map<Long, LocalDate> days, List<Long> relocated, Events.Written written) {
        if (!days.isEmpty()) {
            var parameters = new Days(series, days, List.of()).parameters(written);
            parameters.put("relocated", relocated);
            sql.update(FOLLOW, parameters);
        }
    }

    void standFor(Map<Long, LocalDate> days) {
        var ids = List.copyOf(days.keySet());
        sql.update(
                STAND_FOR,
                Map.of(
                        "ids",
                        ids,
                        "days",
                        ids.stream().map(days::get).map(String::valueOf).toList()));
    }

    List<Long> remove(Collection<Long> ids) {
        return sql.list(REMOVE, Map.of("ids", ids), row -> row.number("id"));
    }

    /**
     * Called off, those that were not before.
     *
     * @param apart the series may have another on the same day again
     */
    List<Long> callOff(Collection<Long> ids, boolean apart, @Nullable String why, Events.Written written) {
        var parameters = new HashMap<String, @Nullable Object>(
                Map.of("ids", ids, "actor", written.actor(), "now", written.now()));
        parameters.put("why", why);
        return sql.list(apart ? CALL_OFF_APART : CALL_OFF, parameters, row -> row.number("id"));
    }

    List<Long> publish(long seriesId, Events.Written written) {
        return sql.list(
                PUBLISH,
                Map.of("series", seriesId, "actor", written.actor(), "now", written.now()),
                row -> row.number("id"));
    }
}
