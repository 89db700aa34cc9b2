package se.ringstuga.segments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import se.ringstuga.segments.DraftNode.Group;

/**
 * What is built as JSON of the filter language, and back. A condition that is filled in badly becomes JSON that the syntax
 * refuses, so that there is one place that knows what may stand.
 */
final class DraftJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** By the path in JSON the path in the form, outer places before inner ones. */
    private final Map<String, String> places = new LinkedHashMap<>();

    /**
     * A tree in JSON.
     *
     * @param places by the path in JSON the path in the form
     */
    record Written(ObjectNode filter, Map<String, String> places) {

        /** Where in the form the fault is that the syntax names. */
        String place(String path) {
            return places.entrySet().stream()
                    .filter(place -> path.startsWith(place.getKey()))
                    .reduce((_, deeper) -> deeper)
                    .map(Map.Entry::getValue)
                    .orElse(DraftForm.ROOT);
        }
    }

    private DraftJson() {}

    static Written write(DraftNode root) {
        var writing = new DraftJson();
        return new Written(writing.node(root, "filter", DraftForm.ROOT), writing.places);
    }

    private ObjectNode node(DraftNode node, String path, String place) {
        places.put(path, place);
        var group = node.group;
        if (group == null) {
            return node.no ? not(ConditionJson.write(node)) : ConditionJson.write(node);
        }
        var inner = group == Group.NONE ? path + ".filter" : path;
        var filters = NODES.arrayNode();
        for (int i = 0; i < node.children.size(); i++) {
            filters.add(node(node.children.get(i), inner + ".filters[" + i + "]", place + "." + i));
        }
        var written = typed(group == Group.ALL ? "all" : "any");
        written.set("filters", filters);
        return group == Group.NONE ? not(written) : written;
    }

    private static ObjectNode not(ObjectNode filter) {
        var not = typed("not");
        not.set("filter", filter);
        return not;
    }

    private static ObjectNode typed(String type) {
        return NODES.objectNode().put("type", type);
    }

    /** A stored filter, or one from an address that the syntax has read; a single condition comes within a group. */
    static DraftNode read(JsonNode filter) {
        var node = node(filter);
        if (node.group != null) {
            return node;
        }
        var root = DraftNode.group(Group.ALL);
        root.children.add(node);
        return root;
    }

    private static DraftNode node(JsonNode filter) {
        return switch (filter.path("type").asText()) {
            case "all" -> group(Group.ALL, filter.path("filters"));
            case "any" -> group(Group.ANY, filter.path("filters"));
            case "not" -> negated(filter.path("filter"));
            default -> ConditionJson.read(filter);
        };
    }

    private static DraftNode group(Group group, JsonNode filters) {
        var node = DraftNode.group(group);
        filters.forEach(filter -> node.children.add(node(filter)));
        return node;
    }

    private static DraftNode negated(JsonNode filter) {
        var inner = node(filter);
        if (inner.group == null && !inner.no) {
            inner.no = true;
            return inner;
        } else if (inner.group == Group.ANY) {
            inner.group = Group.NONE;
            return inner;
        }
        var none = DraftNode.group(Group.NONE);
        none.children.add(inner);
        return none;
    }

    static ArrayNode texts(List<String> texts) {
        var list = NODES.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static List<String> commas(String typed) {
        return Arrays.stream(typed.split("[,\\n]", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static Optional<Long> id(String typed) {
        return typed.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
    }
}
