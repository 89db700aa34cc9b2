package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** What came of each month of the monthly texts. */
@ApplicationScoped
class RecurringOccurrences {

    /** A month is made once: whoever comes second breaks on the primary key, and with it everything it made. */
    private static final NamedSql ADD = NamedSql.of("""
            insert into recurring_occurrence (recurring_id, month, organization_id, at, broadcast_id, skipped, told_at)
            values (:recurring, :month, :organization, :at, cast(:broadcast as bigint), cast(:skipped as text), cast(:told as timestamptz))""");

    private static final NamedSql LATEST = NamedSql.of("""
            select x.* from unnest(cast(:ids as bigint[])) wanted(id)
            cross join lateral (
              select recurring_id, month, at, broadcast_id, skipped from recurring_occurrence
              where recurring_id = wanted.id order by month desc limit 12) x
            order by x.recurring_id, x.month desc""");

    private static final NamedSql UNTOLD = NamedSql.of("""
            select recurring_id, month from recurring_occurrence where told_at is null and broadcast_id is not null order by at, recurring_id limit 100""");

    private static final NamedSql LOCK_UNTOLD = NamedSql.of("""
            select o.organization_id, coalesce(b.send_at, o.at) as at, o.broadcast_id, b.title, b.created_by, r.by_itself and b.version = 0 as by_itself, g.time_zone,
                   b.approved_at is null and b.cancelled_at is null as draft
            from recurring_occurrence o join recurring_broadcast r on r.id = o.recurring_id join organization g on g.id = o.organization_id
            join broadcast b on b.id = o.broadcast_id
            where o.recurring_id = :recurring and o.month = :month and o.told_at is null
            for update of o skip locked""");

    private static final NamedSql TOLD = NamedSql.of(
            "update recurring_occurrence set told_at = :now where recurring_id = :recurring and month = :month and told_at is null");

    private final Sql sql;

    RecurringOccurrences(Sql sql) {
        this.sql = sql;
    }

    /** A month of one of them. */
    record Key(long recurring, YearMonth month) {

        private Map<String, Object> parameters() {
            return new HashMap<>(Map.of("recurring", recurring, "month", month.atDay(1)));
        }
    }

    void made(RecurringBroadcast recurring, long broadcast) {
        add(recurring, broadcast, null, null);
    }

    void skipped(RecurringBroadcast recurring, Instant now) {
        add(recurring, null, "TOO_LATE", now);
    }

    private void add(
            RecurringBroadcast recurring, @Nullable Long broadcast, @Nullable String skipped, @Nullable Instant told) {
        var parameters = new Key(recurring.id(), recurring.month()).parameters();
        parameters.put("organization", recurring.organizationId());
        parameters.put("at", recurring.at());
        parameters.put("broadcast", broadcast);
        parameters.put("skipped", skipped);
        parameters.put("told", told);
        sql.update(ADD, parameters);
    }

    /** A year of each, newest first. */
    Map<Long, List<RecurringBroadcastView.Month>> latest(List<Long> ids) {
        var months = new HashMap<Long, List<RecurringBroadcastView.Month>>();
        sql.list(
                LATEST,
                Map.of("ids", ids),
                row -> months.computeIfAbsent(row.number("recurring_id"), _ -> new ArrayList<>())
                        .add(new RecurringBroadcastView.Month(
                                month(row),
                                row.instant("at"),
                                row.numberOrNull("broadcast_id"),
                                row.textOrNull("skipped"))));
        return months;
    }

    /** Those about which nobody was told yet. */
    List<Key> untold() {
        return sql.list(UNTOLD, Map.of(), row -> new Key(row.number("recurring_id"), month(row)));
    }

    /** Empty when another instance is at it or was first. */
    Optional<Untold> lockUntold(Key key) {
        return sql.first(LOCK_UNTOLD, key.parameters(), Untold::of);
    }

    void told(Key key, Instant now) {
        var parameters = key.parameters();
        parameters.put("now", now);
        sql.update(TOLD, parameters);
    }

    private static YearMonth month(Row row) {
        return YearMonth.from(Objects.requireNonNull(row.dateOrNull("month")));
    }

    /**
     * A broadcast that was made.
     *
     * @param author who wrote it, and approved it beforehand when {@code byItself}: as they wrote it, and nobody has changed it since
     * @param draft false when somebody was faster and approved or cancelled it
     */
    record Untold(
            long organizationId,
            Instant at,
            ZoneId zone,
            long broadcast,
            String title,
            String author,
            boolean byItself,
            boolean draft) {

        boolean approvedBeforehand() {
            return byItself && draft;
        }

        static Untold of(Row row) {
            return new Untold(
                    row.number("organization_id"),
                    row.instant("at"),
                    ZoneId.of(row.text("time_zone")),
                    row.number("broadcast_id"),
                    row.text("title"),
                    row.text("created_by"),
                    row.is("by_itself"),
                    row.is("draft"));
        }
    }
}
