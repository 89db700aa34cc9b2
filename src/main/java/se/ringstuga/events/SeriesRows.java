package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Series as rows; whoever changes one, or lays it out, has locked it. */
@ApplicationScoped
class SeriesRows {

    private static final String SELECT = """
            select r.*, cast(r.except_months as bigint[]) as months, o.time_zone, k.organization_id as kind_owner, k.title as kind_title,
              k.key as kind_key, k.ringstuga, k.archived_at as kind_archived, k.version as kind_version
            from event_series r join event_kind k on k.organization_id = r.kind_organization and k.id = r.kind_id
            join organization o on o.id = r.organization_id""";

    private static final String OF_ORGANIZATION = " where r.organization_id = :organization";

    private static final NamedSql FIND = NamedSql.of(SELECT + OF_ORGANIZATION + " and r.id = :id");

    private static final NamedSql LOCK =
            NamedSql.of(SELECT + OF_ORGANIZATION + " and r.id = :id for no key update of r");

    private static final NamedSql LIST = NamedSql.of(SELECT + OF_ORGANIZATION
            + " and (cast(:after as bigint) is null or r.id < :after) order by r.id desc limit :rows");

    private static final NamedSql DUE = NamedSql.of("""
            select id from event_series where ended_at is null and laid_out_until < :until order by laid_out_until, id limit 1000""");

    private static final NamedSql LOCK_DUE = NamedSql.of(
            SELECT
                    + " where r.id = :id and r.ended_at is null and r.laid_out_until < :until for no key update of r skip locked");

    private static final String RULE = """
            rule, except_months, starts_on, local_start, minutes, opens_before, closes_before""";

    private static final String RULE_VALUES = """
            :rule, cast(:months as smallint[]), cast(:starts_on as date), cast(:local_start as time), :minutes,
            cast(:opens_before as int), :closes_before""";

    private static final NamedSql ADD =
            NamedSql.of("""
            insert into event_series (organization_id, created_at, created_by, %s, %s)
            values (:organization, :now, :actor, %s, %s) returning id""".formatted(RULE, ContentRows.COLUMNS, RULE_VALUES, ContentRows.VALUES));

    private static final NamedSql CHANGE =
            NamedSql.of("""
            update event_series set (%s, %s) = row(%s, %s), version = version + 1 where id = :id""".formatted(RULE, ContentRows.COLUMNS, RULE_VALUES, ContentRows.VALUES));

    private static final NamedSql LAID_OUT =
            NamedSql.of("update event_series set laid_out_until = cast(:until as date) where id = :id");

    private static final NamedSql PUBLISH = NamedSql.of("""
            update event_series set published_at = :now, published_by = :actor, version = version + 1
            where id = :id and published_at is null""");

    private static final NamedSql END = NamedSql.of("""
            update event_series set ended_at = :now, ended_by = :actor, version = version + 1
            where id = :id and ended_at is null""");

    private final Sql sql;

    SeriesRows(Sql sql) {
        this.sql = sql;
    }

    /** What is written of a series. */
    record Definition(EventContent content, SeriesRule rule, SeriesTimes times) {

        private Map<String, @Nullable Object> parameters(Events.Written written) {
            var parameters = new HashMap<String, @Nullable Object>(ContentRows.parameters(content));
            parameters.put("rule", rule.text());
            parameters.put(
                    "months",
                    rule.exceptMonths().stream().map(Long::valueOf).sorted().toList());
            parameters.put("starts_on", rule.startsOn());
            parameters.put("local_start", times.start().toString());
            parameters.put("minutes", times.minutes());
            parameters.put("opens_before", times.opensBefore());
            parameters.put("closes_before", times.closesBefore());
            parameters.put("actor", written.actor());
            parameters.put("now", written.now());
            return parameters;
        }
    }

    long add(long organizationId, Definition definition, Events.Written written) {
        var parameters = definition.parameters(written);
        parameters.put("organization", organizationId);
        return sql.first(ADD, parameters, row -> row.number("id")).orElseThrow();
    }

    void change(long id, Definition definition, Events.Written written) {
        var parameters = definition.parameters(written);
        parameters.put("id", id);
        sql.update(CHANGE, parameters);
    }

    Optional<SeriesRow> find(long organizationId, long id) {
        return sql.first(FIND, Map.of("organization", organizationId, "id", id), SeriesRow::of);
    }

    Optional<SeriesRow> lock(long organizationId, long id) {
        return sql.first(LOCK, Map.of("organization", organizationId, "id", id), SeriesRow::of);
    }

    Page<SeriesRow> list(long organizationId, PageRequest page) {
        var parameters =
                new HashMap<String, @Nullable Object>(Map.of("organization", organizationId, "rows", page.limit() + 1));
        parameters.put("after", page.after().map(Cursor::id).orElse(null));
        List<SeriesRow> rows = sql.list(LIST, parameters, SeriesRow::of);
        return Page.of(rows, page.limit(), last -> new Cursor("", last.id()));
    }

    /** Those that reach less far. */
    List<Long> due(LocalDate until) {
        return sql.list(DUE, Map.of("until", until), row -> row.number("id"));
    }

    /** Empty when another instance is at it or was first. */
    Optional<SeriesRow> lockDue(long id, LocalDate until) {
        return sql.first(LOCK_DUE, Map.of("id", id, "until", until), SeriesRow::of);
    }

    void laidOut(long id, LocalDate until) {
        sql.update(LAID_OUT, Map.of("id", id, "until", until));
    }

    boolean publish(long id, Events.Written written) {
        return sql.update(PUBLISH, Map.of("id", id, "actor", written.actor(), "now", written.now())) == 1;
    }

    boolean end(long id, Events.Written written) {
        return sql.update(END, Map.of("id", id, "actor", written.actor(), "now", written.now())) == 1;
    }
}
