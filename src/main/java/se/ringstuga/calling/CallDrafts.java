package se.ringstuga.calling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** Assignments that somebody is still making, as they were typed; left alone for a month they are gone. */
@ApplicationScoped
class CallDrafts {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_SHOWN = 20;

    private static final NamedSql INSERT = NamedSql.of("""
            with left_alone as (
              delete from call_assignment_draft where organization_id = :organization and changed_at < :kept_since)
            insert into call_assignment_draft (organization_id, content, created_by, created_at, changed_at)
            values (:organization, cast(:content as jsonb), :actor, :now, :now) returning id""");

    private static final String COLUMNS =
            "select id, cast(content as text) as content, assignment_id, changed_at from call_assignment_draft ";

    private static final NamedSql FIND = NamedSql.of(COLUMNS + "where id = :draft and organization_id = :organization");

    private static final NamedSql LOCK =
            NamedSql.of(COLUMNS + "where id = :draft and organization_id = :organization for update");

    private static final NamedSql OPEN = NamedSql.of(COLUMNS + """
            where organization_id = :organization and assignment_id is null and changed_at >= :kept_since
            order by changed_at desc, id desc limit :most""");

    private static final NamedSql SAVE = NamedSql.of("""
            update call_assignment_draft set content = cast(:content as jsonb), changed_at = :now
            where id = :draft and organization_id = :organization and assignment_id is null""");

    private static final NamedSql MADE = NamedSql.of("""
            update call_assignment_draft set assignment_id = :assignment, changed_at = :now
            where id = :draft and organization_id = :organization""");

    private static final NamedSql REMOVE = NamedSql.of("""
            delete from call_assignment_draft where id = :draft and organization_id = :organization and assignment_id is null""");

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    CallDrafts(Sql sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param values by the names of the fields
     * @param assignmentId what became of it
     */
    record Draft(
            long id,
            Map<String, List<String>> values,
            @Nullable Long assignmentId,
            Instant changedAt) {}

    long add(CallScope scope, Map<String, List<String>> values) {
        var parameters = key(scope, 0);
        parameters.put("content", written(values));
        return sql.first(INSERT, parameters, row -> row.number("id")).orElseThrow();
    }

    Optional<Draft> find(CallScope scope, long id) {
        return sql.first(FIND, key(scope, id), this::draft);
    }

    /** To become an assignment: whoever presses at the same time waits. */
    Optional<Draft> lock(CallScope scope, long id) {
        return sql.first(LOCK, key(scope, id), this::draft);
    }

    /** The latest that are not made yet. */
    List<Draft> open(CallScope scope) {
        var parameters = key(scope, 0);
        parameters.put("most", MOST_SHOWN);
        return sql.list(OPEN, parameters, this::draft);
    }

    void save(CallScope scope, long id, Map<String, List<String>> values) {
        var parameters = key(scope, id);
        parameters.put("content", written(values));
        sql.update(SAVE, parameters);
    }

    void made(CallScope scope, long id, long assignmentId) {
        var parameters = key(scope, id);
        parameters.put("assignment", assignmentId);
        sql.update(MADE, parameters);
    }

    /** False when there is none that could be thrown away. */
    boolean remove(CallScope scope, long id) {
        return sql.update(REMOVE, key(scope, id)) == 1;
    }

    private Map<String, Object> key(CallScope scope, long id) {
        var now = clock.instant();
        return new HashMap<>(Map.of(
                "draft", id,
                "organization", scope.organizationId(),
                "actor", scope.actor().toString(),
                "now", now,
                "kept_since", now.minus(KEPT)));
    }

    private Draft draft(Row row) {
        try {
            return new Draft(
                    row.number("id"),
                    json.readValue(row.text("content"), new TypeReference<Map<String, List<String>>>() {}),
                    row.numberOrNull("assignment_id"),
                    row.instant("changed_at"));
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private String written(Map<String, List<String>> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
