package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;

/** What keeps a flow from being used, found by the checks of automations and said where it stands. */
@ApplicationScoped
class DraftFaults {

    private static final String ROOT = "definition";

    private final FlowChecks checks;
    private final FaultWords words;
    private final PageWords page;
    private final Access access;

    DraftFaults(FlowChecks checks, FaultWords words, PageWords page, Access access) {
        this.checks = checks;
        this.words = words;
        this.page = page;
        this.access = access;
    }

    /**
     * Everything that is wrong.
     *
     * @param steps by the keys of the steps
     * @param start what stands outside of them
     */
    record Found(Map<String, List<String>> steps, List<String> start) {

        boolean none() {
            return steps.isEmpty() && start.isEmpty();
        }
    }

    Found of(FlowDraft draft) {
        var steps = new LinkedHashMap<String, List<String>>();
        var start = new ArrayList<String>();
        var tree = draft.tree();
        var keys = tree.keys();
        violations(draft.definition()).forEach(violation -> {
            var place = place(violation.field(), keys.keySet());
            if (place.isEmpty()) {
                add(start, outside(violation, draft.definition()));
            } else {
                var key = keys.getOrDefault(place, "");
                tree.find(key)
                        .ifPresent(step -> add(
                                steps.computeIfAbsent(key, _ -> new ArrayList<>()),
                                inside(step, rest(place, violation.field()), keys.size())));
            }
        });
        return new Found(steps, start);
    }

    private static void add(List<String> all, String said) {
        if (!all.contains(said)) {
            all.add(said);
        }
    }

    private String inside(JsonNode step, String rest, int steps) {
        return StepKind.of(step)
                .map(kind -> rest.isEmpty() && steps > FlowReading.MOST_STEPS
                        ? page.faults().tooMany(FlowReading.MOST_STEPS)
                        : words.ofStep(kind, step, new StepForm(kind).field(rest)))
                .orElseGet(page.faults()::other);
    }

    private String outside(Violation violation, JsonNode definition) {
        return words.ofStart(
                startField(violation, definition.path("trigger").path("type").asText()));
    }

    private static String startField(Violation violation, String type) {
        var rest = rest(ROOT, violation.field());
        if (rest.startsWith("trigger.")) {
            return TriggerForm.field(type, rest.substring("trigger.".length()));
        }
        return rest.startsWith("who") ? "is" : rest.replaceAll("[.\\[].*", "");
    }

    /** The step that a fault stands in; empty for none. */
    private static String place(String path, Set<String> places) {
        return places.stream()
                .filter(place -> path.equals(place) || path.startsWith(place + "."))
                .reduce("", (longest, place) -> place.length() > longest.length() ? place : longest);
    }

    private static String rest(String place, String path) {
        return path.length() <= place.length() ? "" : path.substring(place.length() + 1);
    }

    /** What is wrong with a step by itself, by the fields of its form. */
    Map<String, String> ofStep(StepKind kind, ObjectNode step) {
        var alone = step.deepCopy();
        FlowTree.ways(step).forEach(alone::remove);
        if (kind == StepKind.BRANCH) {
            alone.putArray("then").add(wait(JsonNodeFactory.instance.objectNode()));
        }
        var definition = definition(JsonNodeFactory.instance.objectNode().put("type", "joined"));
        definition.putArray("steps").add(alone);
        var place = ROOT + ".steps[0]";
        var errors = new LinkedHashMap<String, String>();
        violations(definition).forEach(violation -> {
            var field = new StepForm(kind).field(rest(place, violation.field()));
            errors.computeIfAbsent(field, name -> words.ofStep(kind, step, name));
        });
        return errors;
    }

    /** What is wrong with how a flow begins, by the fields of its form. */
    Map<String, String> ofStart(ObjectNode definition) {
        var alone = definition(definition.path("trigger").deepCopy());
        if (definition.has("who")) {
            alone.set("who", definition.get("who"));
        }
        alone.putArray("steps").add(wait(JsonNodeFactory.instance.objectNode()));
        var type = definition.path("trigger").path("type").asText();
        var errors = new LinkedHashMap<String, String>();
        violations(alone).forEach(violation -> errors.computeIfAbsent(startField(violation, type), words::ofStart));
        if (!type.equals("joined") && !definition.path("moved").isEmpty()) {
            errors.put("trigger", words.ofStart("moved"));
        }
        return errors;
    }

    private static ObjectNode definition(JsonNode trigger) {
        var definition = JsonNodeFactory.instance.objectNode();
        definition.set("trigger", trigger);
        return definition;
    }

    private static ObjectNode wait(ObjectNode step) {
        return step.put("type", "wait").put("days", 1);
    }

    private List<Violation> violations(JsonNode definition) {
        try {
            checks.read(definition, ROOT, access.organizationId(), Set.of());
            return List.of();
        } catch (InvalidInput faults) {
            return faults.violations();
        }
    }
}
