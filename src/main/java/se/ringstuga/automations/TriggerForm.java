package se.ringstuga.automations;

import static se.ringstuga.automations.FormValues.chosen;
import static se.ringstuga.automations.FormValues.id;
import static se.ringstuga.automations.FormValues.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import se.ringstuga.http.PageForm;

/** What brings people in, as the fields of a form and back into its JSON. What cannot be read is left for the checks to refuse. */
final class TriggerForm {

    private static final int USUAL_CALLS = 3;
    private static final int USUAL_SILENCE = 180;

    private TriggerForm() {}

    static FormValues of(JsonNode trigger) {
        var type = trigger.path("type").asText();
        var days = trigger.path("days").asInt(0);
        return new FormValues()
                .put("trigger", type)
                .put("withinDays", trigger.path("withinDays").asInt(FlowSyntax.USUAL_JOINED_WITHIN))
                .put("tag", trigger.path("tagId").asText())
                .put("survey", trigger.path("surveyId").asText())
                .putAll(
                        "option",
                        StreamSupport.stream(trigger.path("optionIds").spliterator(), false)
                                .map(JsonNode::asText)
                                .toList())
                .put("includingPartial", trigger.path("includingPartial").asBoolean())
                .put("attendedKind", trigger.path("kindId").asText())
                .put("calls", trigger.path("calls").asInt(USUAL_CALLS))
                .put("assignment", trigger.path("assignmentId").asText())
                .put("silentDays", type.equals("nothingHeard") ? days : USUAL_SILENCE)
                .put("dateField", trigger.path("field").asText())
                .put("question", trigger.path("questionId").asText())
                .put("dateDays", type.equals("date") ? Math.abs(days) : 0)
                .put("dateWhen", type.equals("date") && days < 0 ? "BEFORE" : "AFTER");
    }

    /** @param options those that the chosen survey has */
    static ObjectNode read(PageForm form, Set<Long> options) {
        var trigger = JsonNodeFactory.instance.objectNode().put("type", form.value("trigger"));
        switch (form.value("trigger")) {
            case "joined" -> number(trigger, "withinDays", form.value("withinDays"));
            case "tagged" -> chosen(trigger, "tagId", id(form, "tag"));
            case "answered" -> answered(trigger, form, options);
            case "attended" -> chosen(trigger, "kindId", id(form, "attendedKind"));
            case "notReached" -> {
                number(trigger, "calls", form.value("calls"));
                chosen(trigger, "assignmentId", id(form, "assignment"));
            }
            case "nothingHeard" -> number(trigger, "days", form.value("silentDays"));
            case "date" -> date(trigger, form);
            default -> {}
        }
        return trigger;
    }

    /** Options that belong to another survey than the one that is chosen now are forgotten. */
    private static void answered(ObjectNode trigger, PageForm form, Set<Long> options) {
        chosen(trigger, "surveyId", id(form, "survey"));
        if (form.chose("includingPartial", true)) {
            trigger.put("includingPartial", true);
        }
        var wanted = form.values().getOrDefault("option", List.of()).stream().collect(Collectors.toSet());
        var chosen = options.stream()
                .filter(option -> wanted.contains(option.toString()))
                .sorted()
                .toList();
        if (!chosen.isEmpty()) {
            var ids = trigger.putArray("optionIds");
            chosen.forEach(ids::add);
        }
    }

    private static void date(ObjectNode trigger, PageForm form) {
        trigger.put("field", form.value("dateField"));
        if (form.value("dateField").equals("answer")) {
            chosen(trigger, "questionId", id(form, "question"));
        }
        number(trigger, "days", form.value("dateDays"));
        if (form.value("dateWhen").equals("BEFORE") && trigger.path("days").isInt()) {
            trigger.put("days", -trigger.path("days").asInt());
        }
    }

    /** The field of the form in which a fault stands, by its member of the trigger. */
    static String field(String type, String member) {
        return switch (member.replaceAll("[.\\[].*", "")) {
            case "tagId" -> "tag";
            case "surveyId", "optionIds" -> "survey";
            case "kindId" -> "attendedKind";
            case "assignmentId" -> "assignment";
            case "questionId" -> "question";
            case "field" -> "dateField";
            case "days" -> type.equals("date") ? "dateDays" : "silentDays";
            case "type" -> "trigger";
            case String same -> same;
        };
    }
}
