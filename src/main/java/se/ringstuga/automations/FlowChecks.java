package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.automations.FlowReading.Kind;
import se.ringstuga.automations.FlowReading.Pointer;
import se.ringstuga.events.EventKind;
import se.ringstuga.events.EventKinds;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;
import se.ringstuga.segments.FilterReader;

/** Reads definitions as somebody wrote them, with every check. */
@ApplicationScoped
class FlowChecks {

    private final FlowThings things;
    private final FilterReader filters;
    private final FlowTexts texts;
    private final EventKinds kinds;
    private final Clock clock;

    FlowChecks(FlowThings things, FilterReader filters, FlowTexts texts, EventKinds kinds, Clock clock) {
        this.things = things;
        this.filters = filters;
        this.texts = texts;
        this.kinds = kinds;
        this.clock = clock;
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
        var known = things.known(pointers.getKey(), ids, organizationId, clock.instant());
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
        var its = things.optionsOf(answered.surveyId(), answered.optionIds());
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
}
