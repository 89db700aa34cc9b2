package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.automations.FlowReading.Kind;
import se.ringstuga.automations.FlowReading.Pointer;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.events.EventKind;
import se.ringstuga.events.EventKinds;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;
import se.ringstuga.segments.FilterReader;

/** Reads definitions as somebody wrote them, with every check. */
@ApplicationScoped
class FlowChecks {

    private static final String ABOVE = """
            select t.id from {table} t join organization_closure c on c.ancestor_id = t.organization_id
            where c.descendant_id = :organization and t.id = any (cast(:ids as bigint[])) {more}""";

    private static final NamedSql TAGS = above("tag", "");
    private static final NamedSql SURVEYS = above("survey", "and t.closed_at is null");
    private static final NamedSql QUESTIONS = above("question", "and t.type = 'DATE'");
    private static final NamedSql OPTIONS = above("question_option", "");
    private static final NamedSql EVENT_KINDS = above("event_kind", "and t.archived_at is null");

    private static final NamedSql ASSIGNMENTS = NamedSql.of("""
            select id from call_assignment
            where organization_id = :organization and id = any (cast(:ids as bigint[])) and closed_at is null and expires_at > :now""");

    private static final NamedSql OF_SURVEY = NamedSql.of("""
            select o.id from question q join question_option o on o.question_id = q.id
            where q.survey_id = :survey and o.id = any (cast(:ids as bigint[]))""");

    private final Sql sql;
    private final FilterReader filters;
    private final FlowTexts texts;
    private final EventKinds kinds;
    private final Clock clock;

    FlowChecks(Sql sql, FilterReader filters, FlowTexts texts, EventKinds kinds, Clock clock) {
        this.sql = sql;
        this.filters = filters;
        this.texts = texts;
        this.kinds = kinds;
        this.clock = clock;
    }

    private static NamedSql above(String table, String more) {
        return NamedSql.of(ABOVE.replace("{table}", table).replace("{more}", more));
    }

    /**
     * Reads and checks.
     *
     * @param field what the definition is called in the request
     * @param taken keys of steps that new ones may not have
     * @throws InvalidInput naming every place that cannot stand
     */
    FlowSyntax.Parsed read(@Nullable JsonNode definition, String field, long organizationId, Set<String> taken) {
        var parsed = FlowSyntax.parse(
                definition, field, taken, (filter, path) -> filters.read(filter, path, organizationId));
        var violations = new ArrayList<>(missing(parsed.pointers(), organizationId));
        violations.addAll(ofOtherSurveys(parsed));
        violations.addAll(unknownKinds(parsed, organizationId));
        violations.addAll(texts.wrong(parsed, organizationId));
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return parsed;
    }

    /** Others' things look as if they did not exist. */
    private List<Violation> missing(List<Pointer> pointers, long organizationId) {
        return pointers.stream().collect(Collectors.groupingBy(Pointer::kind)).entrySet().stream()
                .flatMap(kind -> missing(kind, organizationId).stream())
                .toList();
    }

    private List<Violation> missing(Map.Entry<Kind, List<Pointer>> pointers, long organizationId) {
        var ids = pointers.getValue().stream().map(Pointer::id).distinct().toList();
        var known = new HashSet<>(sql.list(
                statement(pointers.getKey()),
                Map.of("organization", organizationId, "ids", ids, "now", clock.instant()),
                row -> row.number("id")));
        return pointers.getValue().stream()
                .filter(pointer -> !known.contains(pointer.id()))
                .map(pointer -> Violation.body(
                        pointer.path(), "there is no " + pointer.kind().word + " " + pointer.id() + " here"))
                .toList();
    }

    /** An option of another survey would never be chosen in this one. */
    private List<Violation> ofOtherSurveys(FlowSyntax.Parsed parsed) {
        if (!(parsed.flow().trigger() instanceof Trigger.Answered answered)) {
            return List.of();
        }
        var its = sql.list(
                OF_SURVEY, Map.of("survey", answered.surveyId(), "ids", answered.optionIds()), row -> row.number("id"));
        return parsed.pointers().stream()
                .filter(pointer -> pointer.kind() == Kind.OPTION && !its.contains(pointer.id()))
                .map(pointer -> Violation.body(pointer.path(), "is no option of that survey"))
                .toList();
    }

    /** Nobody would ever be invited to a kind that there is not, and that would show after two months. */
    private List<Violation> unknownKinds(FlowSyntax.Parsed parsed, long organizationId) {
        var known = kinds.usable(organizationId).stream().map(EventKind::key).collect(Collectors.toSet());
        return parsed.flow()
                .all()
                .filter(step -> step instanceof Step.Invite invite
                        && invite.kind().id() == null
                        && !known.contains(invite.kind().key()))
                .map(step -> Violation.body(
                        parsed.places().getOrDefault(step.key(), "definition") + ".kind",
                        "there is no such kind of activity here"))
                .toList();
    }

    private static NamedSql statement(Kind kind) {
        return switch (kind) {
            case TAG -> TAGS;
            case SURVEY -> SURVEYS;
            case QUESTION -> QUESTIONS;
            case OPTION -> OPTIONS;
            case ASSIGNMENT -> ASSIGNMENTS;
            case EVENT_KIND -> EVENT_KINDS;
        };
    }
}
