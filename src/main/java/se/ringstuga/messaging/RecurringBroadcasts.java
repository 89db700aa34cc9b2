package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Monthly texts as rows. */
@ApplicationScoped
class RecurringBroadcasts {

    private static final String COLUMNS = """
            title, channel, purpose, sender_id, segment_id, filter, subject, text, personal, day, weekday, nth, local_time,
            except_months, lead_hours, by_itself, ends_on, next_at, due_at, changed_by""";

    private static final String VALUES = """
            :title, :channel, :purpose, cast(:sender as bigint), cast(:segment as bigint), cast(:filter as jsonb),
            cast(:subject as text), :text, :personal, cast(:day as smallint), cast(:weekday as smallint), cast(:nth as smallint),
            cast(:local_time as time), cast(:except_months as smallint[]), :lead_hours, :by_itself, cast(:ends_on as date),
            cast(:next_at as timestamptz), cast(:due_at as timestamptz), :actor""";

    private static final NamedSql INSERT =
            NamedSql.of("insert into recurring_broadcast (organization_id, created_at, created_by, " + COLUMNS
                    + ") values (:organization, :now, :actor, " + VALUES + ") returning id");

    private static final NamedSql CHANGE = NamedSql.of("update recurring_broadcast set version = version + 1, ("
            + COLUMNS + ") = row(" + VALUES + ") where id = :id");

    /** A segment that is gone leaves its people as they were chosen. */
    private static final String SELECT = """
            select r.*, cast(r.except_months as bigint[]) as without, coalesce(s.filter, r.filter) as filter_now, o.time_zone
            from recurring_broadcast r join organization o on o.id = r.organization_id left join segment s on s.id = r.segment_id""";

    private static final NamedSql FIND =
            NamedSql.of(SELECT + " where r.organization_id = :organization and r.id = :id");

    private static final NamedSql LOCK =
            NamedSql.of(SELECT + " where r.organization_id = :organization and r.id = :id for update of r");

    private static final NamedSql LIST = NamedSql.of(SELECT + """
             where r.organization_id = :organization and (cast(:after as bigint) is null or r.id < :after)
            order by r.id desc limit :rows""");

    private static final NamedSql DUE = NamedSql.of("""
            select id from recurring_broadcast where due_at <= :now and paused_at is null order by due_at, id limit 100""");

    private static final NamedSql LOCK_DUE = NamedSql.of(
            SELECT + " where r.id = :id and r.due_at <= :now and r.paused_at is null for update of r skip locked");

    private static final NamedSql MADE = NamedSql.of("""
            update recurring_broadcast set made_month = cast(:month as date), next_at = cast(:next_at as timestamptz),
              due_at = cast(:due_at as timestamptz)
            where id = :id""");

    private static final NamedSql PAUSE = NamedSql.of("""
            update recurring_broadcast set paused_at = cast(:paused_at as timestamptz), next_at = cast(:next_at as timestamptz),
              due_at = cast(:due_at as timestamptz), version = version + 1
            where id = :id""");

    private static final NamedSql END = NamedSql.of("""
            update recurring_broadcast set ended_at = :now, next_at = null, due_at = null, version = version + 1 where id = :id""");

    private final Sql sql;
    private final StoredFilters filters;

    RecurringBroadcasts(Sql sql, StoredFilters filters) {
        this.sql = sql;
        this.filters = filters;
    }

    /** What is to be stored, by whom and when. */
    record Written(
            NewRecurringBroadcast wanted,
            Broadcasts.Content content,
            RecurringBroadcast.@Nullable Planned planned,
            String actor,
            Instant now) {

        private Map<String, Object> parameters() {
            var rule = wanted.rule();
            var parameters = content.parameters();
            parameters.put("day", rule.day());
            parameters.put(
                    "weekday", rule.weekday() == null ? null : rule.weekday().getValue());
            parameters.put("nth", rule.nth());
            parameters.put("local_time", rule.time().toString());
            parameters.put(
                    "except_months",
                    rule.without().stream().map(Long::valueOf).sorted().toList());
            parameters.put("lead_hours", wanted.lead());
            parameters.put("by_itself", wanted.approvedBeforehand());
            parameters.put("ends_on", wanted.endsOn());
            parameters.putAll(plan(planned));
            parameters.put("actor", actor);
            parameters.put("now", now);
            return parameters;
        }
    }

    long add(long organizationId, Written written) {
        var parameters = written.parameters();
        parameters.put("organization", organizationId);
        return sql.first(INSERT, parameters, row -> row.number("id")).orElseThrow();
    }

    void change(long id, Written written) {
        var parameters = written.parameters();
        parameters.put("id", id);
        sql.update(CHANGE, parameters);
    }

    Optional<RecurringBroadcast> find(long organizationId, long id) {
        return sql.first(FIND, Map.of("organization", organizationId, "id", id), this::stored);
    }

    /** To be changed: whoever wants to change it at the same time waits. */
    Optional<RecurringBroadcast> lock(long organizationId, long id) {
        return sql.first(LOCK, Map.of("organization", organizationId, "id", id), this::stored);
    }

    Page<RecurringBroadcast> list(long organizationId, PageRequest page) {
        var parameters = new HashMap<String, Object>(Map.of("organization", organizationId, "rows", page.limit() + 1));
        parameters.put("after", page.after().map(Cursor::id).orElse(null));
        return Page.of(sql.list(LIST, parameters, this::stored), page.limit(), last -> new Cursor("", last.id()));
    }

    /** Those of which one is to be made now. */
    List<Long> due(Instant now) {
        return sql.list(DUE, Map.of("now", now), row -> row.number("id"));
    }

    /** Empty when another instance is at it or was first. */
    Optional<RecurringBroadcast> lockDue(long id, Instant now) {
        return sql.first(LOCK_DUE, Map.of("id", id, "now", now), this::stored);
    }

    /** The month of the next one is done with. */
    void made(RecurringBroadcast recurring) {
        var parameters = plan(recurring.afterNext().orElse(null));
        parameters.put("id", recurring.id());
        parameters.put("month", recurring.month().atDay(1));
        sql.update(MADE, parameters);
    }

    void pause(RecurringBroadcast recurring, Instant now) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", recurring.id());
        parameters.put("paused_at", now);
        parameters.putAll(plan(recurring.resumed(now).orElse(null)));
        sql.update(PAUSE, parameters);
    }

    void resume(RecurringBroadcast recurring, Instant now) {
        var parameters = plan(recurring.resumed(now).orElse(null));
        parameters.put("id", recurring.id());
        parameters.put("paused_at", null);
        sql.update(PAUSE, parameters);
    }

    void end(long id, Instant now) {
        sql.update(END, Map.of("id", id, "now", now));
    }

    private static Map<String, Object> plan(RecurringBroadcast.@Nullable Planned planned) {
        var parameters = new HashMap<String, Object>();
        parameters.put("next_at", planned == null ? null : planned.nextAt());
        parameters.put("due_at", planned == null ? null : planned.dueAt());
        return parameters;
    }

    private RecurringBroadcast stored(Row row) {
        var made = row.dateOrNull("made_month");
        return new RecurringBroadcast(
                row.number("id"),
                row.number("organization_id"),
                ZoneId.of(row.text("time_zone")),
                content(row),
                rule(row),
                row.count("lead_hours"),
                row.is("by_itself"),
                row.dateOrNull("ends_on"),
                made == null ? null : YearMonth.from(made),
                row.instantOrNull("next_at"),
                row.instantOrNull("paused_at"),
                row.instantOrNull("ended_at"),
                row.instant("created_at"),
                row.text("created_by"),
                row.text("changed_by"),
                row.count("version"));
    }

    private Broadcasts.Content content(Row row) {
        return new Broadcasts.Content(
                row.text("title"),
                Channel.valueOf(row.text("channel")),
                Purpose.valueOf(row.text("purpose")),
                row.numberOrNull("sender_id"),
                row.numberOrNull("segment_id"),
                filters.tree(row.text("filter_now")),
                row.textOrNull("subject"),
                row.text("text"),
                row.is("personal"),
                null,
                null,
                false);
    }

    private static MonthlyRule rule(Row row) {
        var weekday = row.numberOrNull("weekday");
        var except = new TreeSet<Integer>();
        row.numbers("without").forEach(month -> except.add(Math.toIntExact(month)));
        return new MonthlyRule(
                integer(row.numberOrNull("day")),
                weekday == null ? null : DayOfWeek.of(weekday.intValue()),
                integer(row.numberOrNull("nth")),
                row.time("local_time").orElseThrow(),
                except);
    }

    private static @Nullable Integer integer(@Nullable Long number) {
        return number == null ? null : Math.toIntExact(number);
    }
}
