package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.ringstuga.automations.FlowReading.Kind;
import se.ringstuga.automations.Step.KindOfEvent;

/** From JSON to the steps of a flow. */
final class StepSyntax {

    static final int WAITS_FOR_EVENT_DAYS = 60;
    static final int DEEPEST = 6;
    static final int LONGEST_DAYS = 730;
    static final int LONGEST_HOURS = 24 * 60;
    static final int LONGEST_MINUTES = 24 * 60;
    private static final int LONGEST_WORD = 1_000;
    private static final String KEY = "[a-z0-9][a-z0-9-]{0,39}";

    private final FlowReading reading;
    private final LetterSyntax letters = new LetterSyntax();

    StepSyntax(FlowReading reading) {
        this.reading = reading;
    }

    List<Step> list(@Nullable JsonNode json, String path) {
        return list(json, path, 1);
    }

    private List<Step> list(@Nullable JsonNode json, String path, int depth) {
        if (json == null || json.isNull()) {
            return List.of();
        }
        if (!json.isArray()) {
            reading.wrong(path, "must be a list of steps");
            return List.of();
        }
        if (depth > DEEPEST) {
            reading.wrong(path, "lies too deep; branches may lie " + DEEPEST + " deep");
            return List.of();
        }
        var steps = new ArrayList<Step>();
        for (int i = 0; i < json.size(); i++) {
            var where = path + "[" + i + "]";
            if (!(json.get(i) instanceof ObjectNode object)) {
                reading.wrong(where, "must be a step, such as {\"type\": \"wait\", \"days\": 2}");
            } else if (reading.enter(where)) {
                steps.add(step(object, where, depth));
            }
        }
        return List.copyOf(steps);
    }

    private Step step(ObjectNode json, String path, int depth) {
        var members = new Members(reading, json, path);
        var key = key(members, json, path);
        return switch (members.type()) {
            case "wait" -> waiting(key, members);
            case "waitUntil" -> waitUntil(key, members);
            case "waitFor" -> waitFor(key, members, json, depth);
            case "branch" -> branch(key, members, json, depth);
            case "sms" -> new Step.Send(key, letters.sms(members));
            case "email" -> new Step.Send(key, letters.email(members));
            case "message" -> new Step.Send(key, letters.either(members));
            case "call" -> call(key, members);
            case "tag", "untag" -> tag(key, members);
            case "invite" -> invite(key, members);
            case "tell" -> tell(key, members);
            case "webhook" -> webhook(key, members);
            default -> {
                members.wrong(
                        "type",
                        "must be one of wait, waitUntil, waitFor, branch, sms, email, message, call, tag, untag, invite, tell, webhook");
                yield new Step.Wait(key, Span.days(1));
            }
        };
    }

    private String key(Members members, ObjectNode json, String path) {
        if (members.has("key")) {
            var key = members.word("key", KEY);
            reading.named(key, path);
            return key;
        }
        var key = reading.newKey(
                json.path("type").asText("step").replaceAll("[^a-zA-Z]", "").toLowerCase(Locale.ROOT), path);
        json.put("key", key);
        return key;
    }

    private static Step waiting(String key, Members members) {
        members.allowOnly("days", "hours", "minutes");
        return new Step.Wait(key, span(members));
    }

    private static Span span(Members members) {
        return members.exactlyOneOf("days", "hours", "minutes")
                .map(unit -> switch (unit) {
                    case "days" -> new Span(members.number(unit, 1, LONGEST_DAYS), Span.Unit.DAYS);
                    case "hours" -> new Span(members.number(unit, 1, LONGEST_HOURS), Span.Unit.HOURS);
                    default -> new Span(members.number(unit, 1, LONGEST_MINUTES), Span.Unit.MINUTES);
                })
                .orElse(Span.days(1));
    }

    private static Step waitUntil(String key, Members members) {
        members.allowOnly("from", "to");
        if (!members.has("from")) {
            members.wrong("from", "is missing; a time of day such as 10:00");
        }
        var from = members.time("from").orElse(LocalTime.NOON);
        var to = members.time("to").orElse(null);
        if (to != null && !to.isAfter(from)) {
            members.wrong("to", "must be later than from");
        }
        return new Step.WaitUntil(key, from, to);
    }

    private Step waitFor(String key, Members members, ObjectNode json, int depth) {
        members.allowOnly("filter", "atMost", "untilDay", "happened", "timedOut");
        return new Step.WaitFor(
                key,
                members.filter("filter"),
                patience(members),
                list(json.get("happened"), members.path("happened"), depth + 1),
                list(json.get("timedOut"), members.path("timedOut"), depth + 1));
    }

    private static Patience patience(Members members) {
        var given = members.exactlyOneOf("atMost", "untilDay").orElse("");
        return given.equals("untilDay")
                ? new Patience.UntilDay(members.number("untilDay", 1, LONGEST_DAYS))
                : new Patience.AtMost(
                        members.object("atMost").map(StepSyntax::atMost).orElse(Span.days(1)));
    }

    private static Span atMost(Members members) {
        members.allowOnly("days", "hours", "minutes");
        return span(members);
    }

    private Step branch(String key, Members members, ObjectNode json, int depth) {
        members.allowOnly("filter", "then", "otherwise");
        var then = list(json.get("then"), members.path("then"), depth + 1);
        var otherwise = list(json.get("otherwise"), members.path("otherwise"), depth + 1);
        if (then.isEmpty() && otherwise.isEmpty()) {
            members.wrong("then", "needs steps here or in otherwise");
        }
        return new Step.Branch(key, members.filter("filter"), then, otherwise);
    }

    private static Step call(String key, Members members) {
        members.allowOnly("assignmentId", "title");
        var given = members.exactlyOneOf("assignmentId", "title").orElse("title");
        return given.equals("title")
                ? new Step.Call(key, null, members.has("title") ? members.text("title", 200) : "")
                : new Step.Call(key, members.id("assignmentId", Kind.ASSIGNMENT), "");
    }

    private static Step tag(String key, Members members) {
        members.allowOnly("tagId");
        return new Step.Tag(
                key, members.requiredId("tagId", Kind.TAG), members.type().equals("tag"));
    }

    private Step invite(String key, Members members) {
        var letter = letters.invitation(members);
        var kind = members.exactlyOneOf("kindId", "kind")
                .map(given -> given.equals("kind")
                        ? new KindOfEvent(null, members.word("kind", KEY))
                        : new KindOfEvent(members.id("kindId", Kind.EVENT_KIND), null))
                .orElse(new KindOfEvent(null, ""));
        return new Step.Invite(key, kind, members.number("days", 1, LONGEST_DAYS, WAITS_FOR_EVENT_DAYS), letter);
    }

    private static Step tell(String key, Members members) {
        members.allowOnly("text");
        return new Step.Tell(key, members.text("text", LONGEST_WORD));
    }

    private static Step webhook(String key, Members members) {
        members.allowOnly();
        return new Step.Hook(key);
    }
}
