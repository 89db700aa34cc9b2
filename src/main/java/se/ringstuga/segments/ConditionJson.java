package se.ringstuga.segments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** One condition as JSON, member by member, and back. */
final class ConditionJson {

    /** The members of JSON that a choice among several kinds of things stands for, the most precise first. */
    private static final Map<String, List<String>> PICKED = Map.of(
            "question", List.of("questionId", "surveyId"),
            "survey", List.of("surveyId"),
            "event", List.of("eventId", "kindId"),
            "assignment", List.of("assignmentId"),
            "broadcast", List.of("broadcastId"),
            "organization", List.of("organization"));

    private static final List<String> MATCHES = List.of("anyOf", "allOf", "noneOf");
    private static final List<String> MEANS = List.of("hasPhone", "hasMobile", "hasEmail");

    private ConditionJson() {}

    static ObjectNode write(DraftNode node) {
        var kind = node.kind;
        var json = JsonNodeFactory.instance.objectNode();
        if (kind == null) {
            throw new IllegalArgumentException("a group is no condition");
        }
        json.put("type", kind == ConditionKind.REACHABLE ? node.value("means") : kind.type());
        switch (kind) {
            case REACHABLE -> {}
            case TAG ->
                json.set(MATCHES.contains(node.value("match")) ? node.value("match") : "anyOf", ids(node.all("tags")));
            case FIELD -> {
                json.put("field", node.value("field")).put("operator", node.value("operator"));
                value(json, node);
            }
            default -> kind.members().forEach(member -> put(json, node, member));
        }
        return json;
    }

    private static void value(ObjectNode json, DraftNode node) {
        var typed = node.value("value");
        if (node.value("operator").equals(FieldOperator.IN.jsonName())) {
            json.set("values", DraftJson.texts(DraftJson.commas(typed)));
        } else if (!node.value("operator").equals(FieldOperator.IS_EMPTY.jsonName())) {
            json.put("value", typed);
        }
    }

    private static void put(ObjectNode json, DraftNode node, Member member) {
        var value = node.value(member.name());
        switch (member.shape()) {
            case IDS -> json.set(member.name(), ids(node.all(member.name())));
            case TEXTS -> {
                if (!value.isEmpty()) {
                    json.set(member.name(), DraftJson.texts(DraftJson.commas(value)));
                }
            }
            case FLAG -> {
                if (value.equals("true")) {
                    json.put(member.name(), true);
                }
            }
            case NUMBER -> {
                if (!value.isEmpty()) {
                    DraftJson.id(value)
                            .ifPresentOrElse(
                                    number -> json.put(member.name(), number), () -> json.put(member.name(), value));
                }
            }
            case PICK, PICK_OR_NONE -> picked(json, member, value);
            case DATE, TEXT, WORD, WORD_OR_NONE -> {
                if (!value.isEmpty()) {
                    json.put(member.name(), value);
                }
            }
        }
    }

    private static void picked(ObjectNode json, Member member, String value) {
        var colon = value.indexOf(':');
        var named = colon < 0 ? "" : value.substring(0, colon);
        if (PICKED.getOrDefault(member.name(), List.of()).contains(named)) {
            var key = value.substring(colon + 1);
            DraftJson.id(key)
                    .filter(_ -> !named.equals("organization"))
                    .ifPresentOrElse(id -> json.put(named, id), () -> json.put(named, key));
        }
    }

    private static JsonNode ids(List<String> typed) {
        var ids = JsonNodeFactory.instance.arrayNode();
        typed.forEach(text -> DraftJson.id(text.strip()).ifPresent(ids::add));
        return ids;
    }

    static DraftNode read(JsonNode json) {
        var type = json.path("type").asText();
        var node = DraftNode.condition(
                MEANS.contains(type)
                        ? ConditionKind.REACHABLE
                        : ConditionKind.ofType(type).orElseThrow());
        switch (node.kind) {
            case null -> throw new IllegalArgumentException("a group is no condition");
            case REACHABLE -> node.values.put("means", List.of(type));
            case TAG ->
                MATCHES.stream().filter(json::has).forEach(match -> {
                    node.values.put("match", List.of(match));
                    node.values.put("tags", DraftJson.strings(json.path(match)));
                });
            case FIELD -> {
                node.values.put("field", List.of(json.path("field").asText()));
                node.values.put("operator", List.of(json.path("operator").asText()));
                node.values.put(
                        "value",
                        List.of(
                                json.has("values")
                                        ? String.join(", ", DraftJson.strings(json.path("values")))
                                        : json.path("value").asText()));
            }
            default -> node.kind.members().forEach(member -> take(node, json, member));
        }
        return node;
    }

    private static void take(DraftNode node, JsonNode json, Member member) {
        var found = switch (member.shape()) {
            case IDS -> DraftJson.strings(json.path(member.name()));
            case TEXTS -> List.of(String.join(", ", DraftJson.strings(json.path(member.name()))));
            case PICK, PICK_OR_NONE ->
                PICKED.getOrDefault(member.name(), List.of()).stream()
                        .filter(json::hasNonNull)
                        .limit(1)
                        .map(named -> named + ":" + json.path(named).asText())
                        .toList();
            case NUMBER, DATE, TEXT, WORD, WORD_OR_NONE, FLAG ->
                json.hasNonNull(member.name())
                        ? List.of(json.path(member.name()).asText())
                        : List.<String>of();
        };
        node.values.put(member.name(), found);
    }
}
