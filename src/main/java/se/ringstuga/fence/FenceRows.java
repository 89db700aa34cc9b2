package se.ringstuga.fence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** The database's bearings, as they are and as they were written down. */
@ApplicationScoped
class FenceRows {

    private static final NamedSql MAY_ASK =
            NamedSql.of("select has_function_privilege('pg_catalog.pg_control_system()', 'execute') as allowed");

    /** The timeline is read from the name of the log's current file: PostgreSQL's control file tells it a checkpoint late. */
    private static final String READ = """
            select cast(d.oid as bigint) as here_oid, {system} as here_system,
                   case when not pg_is_in_recovery() then substr(pg_walfile_name(pg_current_wal_flush_lsn()), 1, 8) end as here_timeline,
                   case when not pg_is_in_recovery() then cast(pg_current_wal_flush_lsn() - '0/0' as bigint) end as position,
                   f.written_by, cast(cast(f.xmin as text) as bigint) = f.written_by % 4294967296 as genuine, f.written_at,
                   f.database_oid, f.system_identifier, f.timeline, f.public_url, f.data_directory, f.machine,
                   exists (select from fence_hold h where h.written_by = f.written_by and h.released_at is null
                             and h.reasons like '%OLDER%') as older
            from pg_database d left join fence f on true where d.datname = current_database()""";

    private static final NamedSql READ_ALL =
            NamedSql.of(READ.replace("{system}", "(select system_identifier from pg_control_system())"));
    private static final NamedSql READ_ALLOWED = NamedSql.of(READ.replace("{system}", "cast(null as bigint)"));

    private static final String VALUES = """
            insert into fence (written_by, database_oid, system_identifier, timeline, public_url, data_directory, machine, written_at, actor)
            values (cast(cast(pg_current_xact_id() as text) as bigint), :oid, cast(:system as bigint), cast(:timeline as text),
                    cast(:url as text), cast(:directory as text), cast(:machine as text), :now, :actor)
            on conflict (id)""";

    private static final NamedSql WRITE_FIRST = NamedSql.of(VALUES + " do nothing");

    private static final NamedSql REWRITE = NamedSql.of(VALUES + """
             do update set written_by = excluded.written_by, database_oid = excluded.database_oid,
              system_identifier = excluded.system_identifier, timeline = excluded.timeline, public_url = excluded.public_url,
              data_directory = excluded.data_directory, machine = excluded.machine, written_at = excluded.written_at,
              actor = excluded.actor""");

    /** Whoever was told of no address is told of the first one. */
    private static final NamedSql ADOPT = NamedSql.of("""
            update fence set public_url = :url, written_by = cast(cast(pg_current_xact_id() as text) as bigint)
            where public_url is null and cast(cast(xmin as text) as bigint) = written_by % 4294967296""");

    private static final NamedSql NOTE = NamedSql.of("""
            insert into fence_hold (written_by, reasons, noticed_at, last_activity)
            select :fence, :reasons, :now, least(:now, coalesce(greatest(
                (select at from fence_alive),
                (select at from message_event order by id desc limit 1),
                (select created_at from message order by id desc limit 1),
                (select received_at from provider_hook order by id desc limit 1),
                (select at from contact_consent order by id desc limit 1)), :now))
            on conflict do nothing""");

    private static final NamedSql NOTED = NamedSql.of("""
            select noticed_at, last_activity from fence_hold where written_by = :fence and reasons = :reasons""");

    private static final NamedSql RELEASE = NamedSql.of("""
            update fence_hold set released_at = :now, released_by = :actor where released_at is null""");

    private static final NamedSql TELL = NamedSql.of("select pg_notify(:channel, '')");

    private static final NamedSql ALIVE = NamedSql.of("""
            insert into fence_alive (at) values (:now) on conflict (id) do update set at = greatest(fence_alive.at, excluded.at)""");

    private final Sql sql;
    private final Clock clock;
    private volatile @Nullable NamedSql read;

    FenceRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What one look showed.
     *
     * @param fence empty when nothing was ever written
     * @param older whether it was noticed before, under this fence, that the database knows less than it did
     */
    record Look(Bearings here, Optional<Bearings.Fence> fence, Sighting sighting, boolean older) {}

    Look look(Place place) {
        return sql.first(statement(), Map.of(), row -> look(row, place, clock.instant()))
                .orElseThrow();
    }

    private NamedSql statement() {
        var known = read;
        if (known == null) {
            known = sql.first(MAY_ASK, Map.of(), row -> row.is("allowed")).orElse(false) ? READ_ALL : READ_ALLOWED;
            read = known;
        }
        return known;
    }

    private static Look look(Row row, Place place, Instant now) {
        var here = new Bearings(
                row.number("here_oid"), row.numberOrNull("here_system"), row.textOrNull("here_timeline"), place);
        var position = Optional.ofNullable(row.numberOrNull("position")).orElse(0L);
        var sighting = new Sighting(here.systemIdentifier(), here.timeline(), position, now);
        return new Look(here, fence(row), sighting, row.is("older"));
    }

    private static Optional<Bearings.Fence> fence(Row row) {
        return Optional.ofNullable(row.numberOrNull("written_by"))
                .map(writtenBy -> new Bearings.Fence(
                        writtenBy,
                        row.is("genuine"),
                        row.instant("written_at"),
                        new Bearings(
                                row.number("database_oid"),
                                row.numberOrNull("system_identifier"),
                                row.textOrNull("timeline"),
                                new Place(
                                        row.textOrNull("public_url"),
                                        row.textOrNull("data_directory"),
                                        row.textOrNull("machine")))));
    }

    /** Of instances that start together the first one writes. */
    void writeFirst(Bearings here) {
        sql.update(WRITE_FIRST, parameters(here, "system:0"));
    }

    /** In a transaction without savepoints, whose id the row then carries. */
    void rewrite(Bearings here, String actor) {
        sql.update(RELEASE, Map.of("now", clock.instant(), "actor", actor));
        sql.update(REWRITE, parameters(here, actor));
        tell();
    }

    void adopt(String publicUrl) {
        sql.update(ADOPT, Map.of("url", publicUrl));
    }

    private Map<String, Object> parameters(Bearings here, String actor) {
        var parameters = new HashMap<String, Object>();
        parameters.put("oid", here.databaseOid());
        parameters.put("system", here.systemIdentifier());
        parameters.put("timeline", here.timeline());
        parameters.put("url", here.place().publicUrl());
        parameters.put("directory", here.place().dataDirectory());
        parameters.put("machine", here.place().machine());
        parameters.put("now", clock.instant());
        parameters.put("actor", actor);
        return parameters;
    }

    /** Writes down what does not fit, once, with what the database knew until now. */
    Hold note(long fence, Set<HoldReason> reasons) {
        var written = Hold.written(reasons);
        var parameters = Map.of("fence", fence, "reasons", written, "now", clock.instant());
        sql.update(NOTE, parameters);
        return sql.first(
                        NOTED,
                        parameters,
                        row -> new Hold(reasons, row.instant("noticed_at"), row.instant("last_activity")))
                .orElseThrow();
    }

    void alive() {
        sql.update(ALIVE, Map.of("now", clock.instant()));
    }

    /** Every instance hears of it when the transaction is committed. */
    void tell() {
        sql.first(TELL, Map.of("channel", Fence.NEWS), row -> true);
    }
}
