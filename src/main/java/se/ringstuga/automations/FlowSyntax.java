package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.automations.FlowReading.Kind;
import se.ringstuga.automations.Trigger.DateField;
import se.ringstuga.http.InvalidInput;

/** From JSON to a flow. Whether what it points to exists is asked afterwards. */
final class FlowSyntax {

    static final int USUAL_JOINED_WITHIN = 30;
    static final int LONGEST_AGO = 3_660;

    private final FlowReading reading;

    private FlowSyntax(FlowReading reading) {
        this.reading = reading;
    }

    /**
     * A well-formed definition.
     *
     * @param json as it was written, with a key for every step
     * @param places where each step stands, by its key
     */
    record Parsed(Flow flow, ObjectNode json, Map<String, String> places, List<FlowReading.Pointer> pointers) {}

    /**
     * Reads a definition.
     *
     * @param field what it is called in the request, the first part of every violation's path
     * @param taken keys that no new step is given
     * @throws InvalidInput naming every place that cannot be read
     */
    static Parsed parse(@Nullable JsonNode given, String field, Set<String> taken, FlowReading.Filters filters) {
        if (!(given instanceof ObjectNode object)) {
            throw new InvalidInput(field, "must be an object with a trigger and steps");
        }
        var json = object.deepCopy();
        var reading = new FlowReading(new HashSet<>(json.findValuesAsText("key")), taken, filters);
        var flow = new FlowSyntax(reading).flow(json, field);
        reading.refuseIfWrong();
        return new Parsed(flow, json, reading.places(), reading.pointers());
    }

    /** What can be read of a definition that is still being written; what cannot stands as something usual. */
    static Flow unfinished(ObjectNode json, FlowReading.Filters filters) {
        var reading = new FlowReading(Set.copyOf(json.findValuesAsText("key")), Set.of(), filters);
        return new FlowSyntax(reading).flow(json.deepCopy(), "definition");
    }

    private Flow flow(ObjectNode json, String field) {
        var members = new Members(reading, json, field);
        members.allowOnly("trigger", "who", "steps", "moved");
        var trigger = members.object("trigger").map(this::trigger).orElseGet(() -> {
            members.wrong("trigger", "is missing; say what brings people in");
            return new Trigger.Joined(USUAL_JOINED_WITHIN);
        });
        var steps = new StepSyntax(reading);
        var own = steps.list(json.get("steps"), members.path("steps"));
        if (own.isEmpty()) {
            members.wrong("steps", "must have at least one step");
        }
        var moved = steps.list(json.get("moved"), members.path("moved"));
        if (!moved.isEmpty() && !(trigger instanceof Trigger.Joined)) {
            members.wrong("moved", "goes with the trigger joined alone");
        }
        return new Flow(trigger, members.has("who") ? members.filter("who") : null, own, moved);
    }

    private Trigger trigger(Members members) {
        return switch (members.type()) {
            case "joined" -> joined(members);
            case "tagged" -> tagged(members);
            case "answered" -> answered(members);
            case "attended" -> attended(members);
            case "notReached" -> notReached(members);
            case "nothingHeard" -> nothingHeard(members);
            case "date" -> date(members);
            default -> {
                members.wrong(
                        "type", "must be one of joined, tagged, answered, attended, notReached, nothingHeard, date");
                yield new Trigger.Joined(USUAL_JOINED_WITHIN);
            }
        };
    }

    private static Trigger joined(Members members) {
        members.allowOnly("withinDays");
        return new Trigger.Joined(members.number("withinDays", 1, 366, USUAL_JOINED_WITHIN));
    }

    private static Trigger tagged(Members members) {
        members.allowOnly("tagId");
        return new Trigger.Tagged(members.requiredId("tagId", Kind.TAG));
    }

    private static Trigger answered(Members members) {
        members.allowOnly("surveyId", "optionIds", "includingPartial");
        return new Trigger.Answered(
                members.requiredId("surveyId", Kind.SURVEY),
                members.ids("optionIds", Kind.OPTION),
                members.flag("includingPartial"));
    }

    private static Trigger attended(Members members) {
        members.allowOnly("kindId");
        return new Trigger.Attended(members.id("kindId", Kind.EVENT_KIND));
    }

    private static Trigger notReached(Members members) {
        members.allowOnly("calls", "assignmentId");
        return new Trigger.NotReached(members.number("calls", 1, 50), members.id("assignmentId", Kind.ASSIGNMENT));
    }

    private static Trigger nothingHeard(Members members) {
        members.allowOnly("days");
        return new Trigger.NothingHeard(members.number("days", 1, 1_000));
    }

    private static Trigger date(Members members) {
        members.allowOnly("field", "questionId", "days");
        if (!members.has("field")) {
            members.wrong("field", "is missing; joinedOn, paidUntil or answer");
        }
        var field = members.choice("field", DateField.class, DateField.JOINED_ON);
        var question = members.id("questionId", Kind.QUESTION);
        if ((field == DateField.ANSWER) != (question != null)) {
            members.wrong("questionId", "is needed for an answer, and for nothing else");
        }
        return new Trigger.OnDate(field, question, members.number("days", -LONGEST_AGO, LONGEST_AGO, 0));
    }
}
