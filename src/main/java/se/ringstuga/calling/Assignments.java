package se.ringstuga.calling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.surveys.PlainText;

/** The assignments of organizations, as rows. What may be written is decided by {@link AssignmentEditing}. */
@ApplicationScoped
class Assignments {

    private static final NamedSql INSERT = NamedSql.of("""
            insert into call_assignment (organization_id, root_id, title, target, goal, survey_organization, survey_id, script,
              script_other_person, script_voicemail, script_why, shown_fields, tag_ids, event_kind_ids, cooldown_hours, max_attempts,
              calling_from, calling_to, opened_at, expires_at, created_by, segment_id)
            select o.id, o.root_id, :title, cast(:target as jsonb), cast(:goal as jsonb), s.organization_id, s.id, :script,
              :other_person, :voicemail, :why, cast(:shown as text[]), cast(:tags as bigint[]), cast(:event_kinds as bigint[]), :cooldown, :attempts, cast(:from as time),
              cast(:to as time), :now, :expires, :actor, cast(:segment as bigint)
            from organization o left join survey s on s.id = cast(:survey as bigint)
            where o.id = :organization
            returning id""");

    private static final NamedSql UPDATE = NamedSql.of("""
            update call_assignment a
            set title = :title, target = cast(:target as jsonb), goal = cast(:goal as jsonb),
                survey_organization = (select s.organization_id from survey s where s.id = cast(:survey as bigint)),
                survey_id = cast(:survey as bigint), script = :script, script_other_person = :other_person,
                script_voicemail = :voicemail, script_why = :why, shown_fields = cast(:shown as text[]),
                tag_ids = cast(:tags as bigint[]), event_kind_ids = cast(:event_kinds as bigint[]),
                cooldown_hours = :cooldown, max_attempts = :attempts, calling_from = cast(:from as time),
                calling_to = cast(:to as time), expires_at = :expires, segment_id = cast(:segment as bigint), version = a.version + 1
            where a.id = :assignment and a.organization_id = :organization""");

    private static final NamedSql KEEP_SURVEY = NamedSql.of("""
            insert into call_assignment_survey (assignment_id, until, survey_id)
            select a.id, :now, a.survey_id from call_assignment a
            where a.id = :assignment and a.organization_id = :organization
              and a.survey_id is distinct from cast(:survey as bigint)
            on conflict do nothing""");

    /** A link works as long as its assignment is open; a shorter time is kept by the assignment itself. */
    private static final NamedSql EXTEND_LINKS = NamedSql.of("""
            update caller set link_expires_at = :expires
            where assignment_id = :assignment and removed_at is null and link_expires_at < :expires""");

    private static final String STATE = """
            case when closed_at is not null or expires_at <= :now then 'CLOSED'
                 when paused_at is not null then 'PAUSED' else 'OPEN' end as state
            """;

    private static final NamedSql READ = NamedSql.of(
            "select *, " + STATE + " from call_assignment where id = :assignment and organization_id = :organization");

    /** Queue entries refer to the row meanwhile, so its key stays free. */
    private static final NamedSql LOCK = NamedSql.of("select *, " + STATE
            + " from call_assignment where id = :assignment and organization_id = :organization for no key update");

    private static final NamedSql LIST =
            NamedSql.of("select a.id, a.title, a.opened_at, a.expires_at, q.people, q.done, q.waiting, " + STATE + """
            from call_assignment a
            cross join lateral (
              select count(*) as people, count(*) filter (where e.done_at is not null) as done,
                     count(*) filter (where e.done_at is null and e.claimed_until is null and e.blocked_at is not null) as waiting
              from call_queue_entry e where e.assignment_id = a.id) q
            where a.organization_id = :organization and (cast(:after as bigint) is null or a.id < :after)
            order by a.id desc limit :rows""");

    private static final NamedSql PAUSE = NamedSql.of("""
            update call_assignment set paused_at = :now, version = version + 1
            where id = :assignment and organization_id = :organization and closed_at is null and paused_at is null""");

    private static final NamedSql RESUME = NamedSql.of("""
            update call_assignment set paused_at = null, version = version + 1
            where id = :assignment and organization_id = :organization and closed_at is null and paused_at is not null""");

    private static final NamedSql CLOSE = NamedSql.of("""
            update call_assignment set closed_at = :now, closed_by = :actor, version = version + 1
            where id = :assignment and organization_id = :organization and closed_at is null""");

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    Assignments(Sql sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    long insert(CallScope scope, Content content, Instant expiresAt) {
        var parameters = content(content);
        parameters.putAll(key(scope, 0));
        parameters.put("actor", scope.actor().toString());
        parameters.put("expires", expiresAt);
        return sql.first(INSERT, parameters, row -> row.number("id")).orElseThrow();
    }

    /** The survey that it had is kept for calls that have begun. */
    void update(CallScope scope, long assignmentId, Content content, Instant expiresAt) {
        var parameters = content(content);
        parameters.putAll(key(scope, assignmentId));
        parameters.put("expires", expiresAt);
        sql.update(KEEP_SURVEY, parameters);
        sql.update(UPDATE, parameters);
        sql.update(EXTEND_LINKS, parameters);
    }

    /** To be changed: whoever wants to change it at the same time waits. */
    Optional<AssignmentView> lock(CallScope scope, long assignmentId) {
        return sql.first(LOCK, key(scope, assignmentId), this::view);
    }

    Optional<AssignmentView> find(CallScope scope, long assignmentId) {
        return sql.first(READ, key(scope, assignmentId), this::view);
    }

    Page<AssignmentSummary> list(CallScope scope, PageRequest page) {
        var parameters = key(scope, 0);
        parameters.put("after", page.after().map(Cursor::id).orElse(null));
        parameters.put("rows", page.limit() + 1);
        var rows = sql.list(
                LIST,
                parameters,
                row -> new AssignmentSummary(
                        row.number("id"),
                        row.text("title"),
                        AssignmentView.State.valueOf(row.text("state")),
                        row.instant("opened_at"),
                        row.instant("expires_at"),
                        row.number("people"),
                        row.number("done"),
                        row.number("waiting")));
        return Page.of(rows, page.limit(), last -> new Cursor("", last.id()));
    }

    void pause(CallScope scope, long assignmentId) {
        sql.update(PAUSE, key(scope, assignmentId));
    }

    void resume(CallScope scope, long assignmentId) {
        sql.update(RESUME, key(scope, assignmentId));
    }

    void close(CallScope scope, long assignmentId) {
        var parameters = key(scope, assignmentId);
        parameters.put("actor", scope.actor().toString());
        sql.update(CLOSE, parameters);
    }

    private Map<String, Object> key(CallScope scope, long assignmentId) {
        var parameters = new HashMap<String, Object>();
        parameters.put("assignment", assignmentId);
        parameters.put("organization", scope.organizationId());
        parameters.put("now", clock.instant());
        return parameters;
    }

    private static Map<String, Object> content(Content content) {
        var parameters = new HashMap<String, Object>();
        parameters.put("title", content.title());
        parameters.put("target", content.target().toString());
        parameters.put("segment", content.segmentId());
        parameters.put("goal", content.goal() == null ? null : content.goal().toString());
        parameters.put("survey", content.surveyId());
        parameters.put("script", content.script());
        parameters.put("other_person", content.scriptOtherPerson());
        parameters.put("voicemail", content.scriptVoicemail());
        parameters.put("why", content.scriptWhy());
        parameters.put("shown", content.shownFields().stream().map(Enum::name).toArray(String[]::new));
        parameters.put("tags", content.tagIds());
        parameters.put("event_kinds", content.eventKindIds());
        parameters.put("cooldown", content.cooldownHours());
        parameters.put("attempts", content.maxAttempts());
        var hours = content.callingHours();
        parameters.put("from", hours == null ? null : hours.from());
        parameters.put("to", hours == null ? null : hours.to());
        return parameters;
    }

    private AssignmentView view(Row row) {
        var goal = row.textOrNull("goal");
        var hours = row.time("calling_from")
                .map(from -> new HoursInput(from, row.time("calling_to").orElse(null)))
                .orElse(null);
        return new AssignmentView(
                row.number("id"),
                row.text("title"),
                AssignmentView.State.valueOf(row.text("state")),
                tree(row.text("target")),
                row.numberOrNull("segment_id"),
                goal == null ? null : tree(goal),
                row.numberOrNull("survey_id"),
                row.text("script"),
                row.textOrNull("script_other_person"),
                row.textOrNull("script_voicemail"),
                row.textOrNull("script_why"),
                row.texts("shown_fields").stream().map(ShownField::valueOf).toList(),
                row.numbers("tag_ids"),
                row.count("cooldown_hours"),
                row.count("max_attempts"),
                hours,
                row.numbers("event_kind_ids"),
                row.instant("opened_at"),
                row.instant("expires_at"),
                row.instantOrNull("paused_at"),
                row.instantOrNull("closed_at"),
                row.count("version"));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** What an organizer decides, with every default filled in. */
    record Content(
            String title,
            JsonNode target,
            @Nullable Long segmentId,
            @Nullable JsonNode goal,
            @Nullable Long surveyId,
            String script,
            @Nullable String scriptOtherPerson,
            @Nullable String scriptVoicemail,
            @Nullable String scriptWhy,
            List<ShownField> shownFields,
            List<Long> tagIds,
            int cooldownHours,
            int maxAttempts,
            @Nullable HoursInput callingHours,
            List<Long> eventKindIds) {

        Content {
            title = PlainText.clean(title);
            script = PlainText.clean(script);
            scriptOtherPerson = scriptOtherPerson == null ? null : PlainText.clean(scriptOtherPerson);
            scriptVoicemail = scriptVoicemail == null ? null : PlainText.clean(scriptVoicemail);
            scriptWhy = scriptWhy == null ? null : PlainText.clean(scriptWhy);
        }
    }
}
