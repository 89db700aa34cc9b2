package se.ringstuga.automations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** The flows that are being written. */
@ApplicationScoped
class FlowDrafts {

    /** Of those that are no automation yet, in one organization: a list that fits its page. */
    static final int MOST = 30;

    private static final String READ = """
            select id, automation_id, title, cast(definition as text) as definition, cast(began_from as text) as began_from, changed_at, changed_by
            from automation_draft where organization_id = :organization and\s""";

    private static final NamedSql FIND = NamedSql.of(READ + "id = :draft");
    private static final NamedSql LOCK = NamedSql.of(READ + "id = :draft for update");
    private static final NamedSql OF_AUTOMATION = NamedSql.of(READ + "automation_id = :automation");

    private static final NamedSql NEW = NamedSql.of("""
            select id, title, changed_at from automation_draft
            where organization_id = :organization and automation_id is null order by id limit :most""");

    private static final NamedSql INSERT = NamedSql.of("""
            insert into automation_draft (organization_id, title, definition, changed_at, changed_by)
            values (:organization, :title, cast(:definition as jsonb), :now, :actor) returning id""");

    /** Two who begin at once write in one. */
    private static final NamedSql INSERT_OF = NamedSql.of("""
            insert into automation_draft (organization_id, automation_id, began_from, title, definition, changed_at, changed_by)
            select a.organization_id, a.id, v.definition, a.title, v.definition, :now, :actor
            from automation a join automation_version v on v.automation_id = a.id and v.number = a.current_version
            where a.id = :automation
            on conflict (automation_id) do nothing""");

    private static final NamedSql SAVE = NamedSql.of("""
            update automation_draft set title = :title, definition = cast(:definition as jsonb), changed_at = :now, changed_by = :actor
            where id = :draft""");

    private static final NamedSql DELETE =
            NamedSql.of("delete from automation_draft where organization_id = :organization and id = :draft");

    private final Sql sql;
    private final ObjectMapper json;

    FlowDrafts(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One that is no automation yet, in the list. */
    record Begun(long id, String title, Instant changedAt) {}

    Optional<FlowDraft> find(long organizationId, long id) {
        return sql.first(FIND, Map.of("organization", organizationId, "draft", id), this::draft);
    }

    /** To be changed: whoever wants to change it at the same time waits. */
    Optional<FlowDraft> lock(long organizationId, long id) {
        return sql.first(LOCK, Map.of("organization", organizationId, "draft", id), this::draft);
    }

    Optional<FlowDraft> ofAutomation(long organizationId, long automationId) {
        return sql.first(
                OF_AUTOMATION, Map.of("organization", organizationId, "automation", automationId), this::draft);
    }

    /** Those that are no automation yet, in the order in which they were begun. */
    List<Begun> begun(long organizationId) {
        return sql.list(
                NEW,
                Map.of("organization", organizationId, "most", MOST),
                row -> new Begun(row.number("id"), row.text("title"), row.instant("changed_at")));
    }

    long add(long organizationId, String title, JsonNode definition, Stamp stamp) {
        var parameters = stamp.parameters();
        parameters.put("organization", organizationId);
        parameters.put("title", title);
        parameters.put("definition", definition.toString());
        return sql.first(INSERT, parameters, row -> row.number("id")).orElseThrow();
    }

    /** Begins as the automation stands, unless somebody has begun already. */
    void addOf(long automationId, Stamp stamp) {
        var parameters = stamp.parameters();
        parameters.put("automation", automationId);
        sql.update(INSERT_OF, parameters);
    }

    void save(FlowDraft draft, Stamp stamp) {
        var parameters = stamp.parameters();
        parameters.put("draft", draft.id());
        parameters.put("title", draft.title());
        parameters.put("definition", draft.definition().toString());
        sql.update(SAVE, parameters);
    }

    void delete(long organizationId, long id) {
        sql.update(DELETE, Map.of("organization", organizationId, "draft", id));
    }

    private FlowDraft draft(Row row) {
        var began = row.textOrNull("began_from");
        return new FlowDraft(
                row.number("id"),
                row.numberOrNull("automation_id"),
                row.text("title"),
                (ObjectNode) tree(row.text("definition")),
                began == null ? null : tree(began),
                row.instant("changed_at"),
                row.text("changed_by"));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
