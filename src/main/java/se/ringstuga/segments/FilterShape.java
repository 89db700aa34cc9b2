package se.ringstuga.segments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A filter as the access log keeps it: what was asked, without what somebody typed to search for. */
final class FilterShape {

    private static final Set<String> TYPED = Set.of("value", "values", "contains");
    private static final TextNode SOMETHING = TextNode.valueOf("…");

    private FilterShape() {}

    /** Of a filter that could be read: everything but those three is an id, a date, a number or one of our own words. */
    static String of(@Nullable JsonNode filter) {
        return filter == null ? "" : shape(filter).toString();
    }

    private static JsonNode shape(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode shape = object.objectNode();
                object.properties()
                        .forEach(member -> shape.set(
                                member.getKey(),
                                TYPED.contains(member.getKey()) ? SOMETHING : shape(member.getValue())));
                yield shape;
            }
            case ArrayNode list -> {
                ArrayNode shape = list.arrayNode();
                list.forEach(member -> shape.add(shape(member)));
                yield shape;
            }
            default -> node;
        };
    }
}
