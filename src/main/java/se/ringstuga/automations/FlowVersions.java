package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** The numbered definitions of automations. The database keeps one that somebody is in as it is. */
@ApplicationScoped
class FlowVersions {

    private static final NamedSql READ = NamedSql.of("""
            select cast(definition as text) as definition, created_at, created_by from automation_version
            where automation_id = :automation and number = :number""");

    private static final NamedSql LIST = NamedSql.of("""
            select v.number, v.created_at, v.created_by, (
                     select count(*) from automation_enrolment e
                     where e.automation_id = v.automation_id and e.version = v.number and e.state in ('ACTIVE', 'WAITING', 'PAUSED')) as people
            from automation_version v where v.automation_id = :automation and v.number < :before
            order by v.number desc limit :rows""");

    private static final NamedSql INSERT = NamedSql.of("""
            insert into automation_version (organization_id, automation_id, number, definition, created_at, created_by)
            select organization_id, id, :number, cast(:definition as jsonb), :now, :actor from automation where id = :automation""");

    private static final NamedSql REPLACE = NamedSql.of("""
            update automation_version set definition = cast(:definition as jsonb), created_at = :now, created_by = :actor
            where automation_id = :automation and number = :number""");

    private static final NamedSql USED = NamedSql.of("""
            select exists (select from automation_enrolment where automation_id = :automation and version = :number) as used""");

    private static final NamedSql KEYS = NamedSql.of("""
            select distinct key #>> '{}' as key from automation_version v
            cross join jsonb_path_query(v.definition, '$.**.key') key where v.automation_id = :automation""");

    private static final NamedSql HERE = NamedSql.of("""
            select step, count(*) as people from automation_enrolment
            where automation_id = :automation and version = :number and state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED')
            group by step""");

    static final NamedSql OLDER = NamedSql.of("""
            select count(*) as people from automation_enrolment
            where automation_id = :automation and version < :number and state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED')""");

    private final Sql sql;

    FlowVersions(Sql sql) {
        this.sql = sql;
    }

    /** A version as it is stored. */
    record Stored(String definition, Instant at, String by) {}

    /**
     * A version in a list.
     *
     * @param people who are in it now
     */
    record Version(int number, Instant createdAt, String createdBy, long people) {}

    Optional<Stored> find(long automationId, int number) {
        return sql.first(
                READ,
                Map.of("automation", automationId, "number", number),
                row -> new Stored(row.text("definition"), row.instant("created_at"), row.text("created_by")));
    }

    /** Newest first. */
    Page<Version> page(long automationId, PageRequest page) {
        List<Version> rows = sql.list(
                LIST,
                Map.of(
                        "automation",
                        automationId,
                        "before",
                        page.after().map(Cursor::id).orElse((long) Integer.MAX_VALUE),
                        "rows",
                        page.limit() + 1),
                row -> new Version(
                        row.count("number"), row.instant("created_at"), row.text("created_by"), row.number("people")));
        return Page.of(rows, page.limit(), last -> new Cursor("", last.number()));
    }

    /** How many stand at its steps, by their keys. */
    Map<String, Long> here(long automationId, int number) {
        var here = new HashMap<String, Long>();
        sql.list(
                HERE,
                Map.of("automation", automationId, "number", number),
                row -> here.put(row.text("step"), row.number("people")));
        return here;
    }

    /** How many are in versions before this one. */
    long older(long automationId, int number) {
        return sql.first(OLDER, Map.of("automation", automationId, "number", number), row -> row.number("people"))
                .orElse(0L);
    }

    void add(long automationId, int number, String definition, Stamp stamp) {
        sql.update(INSERT, parameters(automationId, number, definition, stamp));
    }

    /** In place of one that nobody was ever in. */
    void replace(long automationId, int number, String definition, Stamp stamp) {
        sql.update(REPLACE, parameters(automationId, number, definition, stamp));
    }

    /** Whether anybody is or was in it. */
    boolean used(long automationId, int number) {
        return sql.first(USED, Map.of("automation", automationId, "number", number), row -> row.is("used"))
                .orElse(false);
    }

    /** Of the steps of all versions. */
    Set<String> keys(long automationId) {
        return new HashSet<>(sql.list(KEYS, Map.of("automation", automationId), row -> row.text("key")));
    }

    private static Map<String, Object> parameters(long automationId, int number, String definition, Stamp stamp) {
        var parameters = new HashMap<>(stamp.parameters());
        parameters.put("automation", automationId);
        parameters.put("number", number);
        parameters.put("definition", definition);
        return parameters;
    }
}
