package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.automations.StepScreen.Fields;
import se.ringstuga.http.PageForm;

/** The words and waits of a step as a form's fields, and back into its JSON. */
final class StepForm {

    private static final List<String> UNITS = List.of("days", "hours", "minutes");

    private StepForm() {}

    /** Whether a form can change anything about it. */
    static boolean fits(Step step) {
        return switch (step) {
            case Step.Wait _, Step.WaitUntil _, Step.WaitFor _, Step.Send _, Step.Invite _, Step.Tell _ -> true;
            case Step.Branch _, Step.Call _, Step.Tag _, Step.Hook _ -> false;
        };
    }

    static Fields fields(Step step) {
        return switch (step) {
            case Step.Wait _ -> new Fields(false, false, true, false, false);
            case Step.WaitUntil _ -> new Fields(false, false, false, false, true);
            case Step.WaitFor waiting -> {
                var day = waiting.patience() instanceof Patience.UntilDay;
                yield new Fields(false, false, !day, day, false);
            }
            case Step.Send send -> new Fields(true, send.letter().subject() != null, false, false, false);
            case Step.Invite _ -> new Fields(true, true, false, false, false);
            case Step.Tell _ -> new Fields(true, false, false, false, false);
            case Step.Branch _, Step.Call _, Step.Tag _, Step.Hook _ -> new Fields(false, false, false, false, false);
        };
    }

    /** The step with this key, wherever it stands. */
    static Optional<ObjectNode> find(JsonNode definition, String key) {
        if (definition instanceof ObjectNode object
                && key.equals(object.path("key").asText())) {
            return Optional.of(object);
        }
        for (var child : definition) {
            var found = find(child, key);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** As it is now. */
    static PageForm of(ObjectNode step) {
        Map<String, List<String>> values = new HashMap<>();
        List.of("text", "subject", "from", "to", "untilDay")
                .forEach(name -> values.put(name, List.of(step.path(name).asText())));
        var span = span(step);
        UNITS.stream().filter(span::has).findFirst().ifPresent(unit -> {
            values.put("amount", List.of(span.path(unit).asText()));
            values.put("unit", List.of(unit));
        });
        return new PageForm(values, Map.of());
    }

    /** What was sent, put into the step; what cannot be read is left for the checks to refuse. */
    static void apply(ObjectNode step, Fields fields, PageForm form) {
        if (fields.text()) {
            step.put("text", form.value("text").replace("\r\n", "\n"));
        }
        if (fields.subject()) {
            step.put("subject", form.value("subject"));
        }
        if (fields.untilDay()) {
            put(step, "untilDay", form.value("untilDay"));
        }
        if (fields.hours()) {
            step.put("from", form.value("from"));
            if (form.value("to").isBlank()) {
                step.remove("to");
            } else {
                step.put("to", form.value("to"));
            }
        }
        if (fields.span()) {
            var span = span(step);
            span.remove(UNITS);
            put(span, UNITS.contains(form.value("unit")) ? form.value("unit") : "days", form.value("amount"));
        }
    }

    private static ObjectNode span(ObjectNode step) {
        return step.get("atMost") instanceof ObjectNode atMost ? atMost : step;
    }

    private static void put(ObjectNode object, String name, String number) {
        if (number.strip().matches("[0-9]{1,6}")) {
            object.put(name, Integer.parseInt(number.strip()));
        } else {
            object.put(name, number);
        }
    }
}
