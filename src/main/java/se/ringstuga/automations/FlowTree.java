package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of a definition as they are rearranged while somebody writes it. Nothing is checked here. */
final class FlowTree {

    /** The lists that a flow has by itself. */
    static final List<String> LISTS = List.of("steps", "moved");

    private static final Map<String, List<String>> WAYS =
            Map.of("branch", List.of("then", "otherwise"), "waitFor", List.of("happened", "timedOut"));

    private final ObjectNode definition;

    FlowTree(ObjectNode definition) {
        this.definition = definition;
    }

    /**
     * A list of steps.
     *
     * @param owner the step whose way it is; null for the flow itself
     * @param name {@code steps}, {@code moved}, or of a way
     * @param depth of its steps, 1 outermost
     */
    private record Lane(@Nullable Place owner, String name, ArrayNode steps, int depth) {}

    /** Where a step stands. */
    private record Place(Lane lane, int index) {

        ObjectNode step() {
            return (ObjectNode) lane.steps().get(index);
        }
    }

    ObjectNode definition() {
        return definition;
    }

    Optional<ObjectNode> find(String key) {
        return place(key).map(Place::step);
    }

    /** The keys of the steps by where they stand: {@code definition.steps[2].then[0]}. */
    Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        LISTS.forEach(list -> keys(definition.path(list), "definition." + list, keys));
        return keys;
    }

    private static void keys(JsonNode steps, String path, Map<String, String> keys) {
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var here = path + "[" + i + "]";
            keys.put(here, step.path("key").asText());
            ways(step).forEach(way -> keys(step.path(way), here + "." + way, keys));
        }
    }

    int size() {
        return keys().size();
    }

    /** The names of the ways that a step has. */
    static List<String> ways(JsonNode step) {
        return WAYS.getOrDefault(step.path("type").asText(), List.of());
    }

    /**
     * Puts a new step at the end of a list.
     *
     * @param owner the key of the step whose way it is; empty for the flow's own lists
     * @return its key; empty where there is no such list
     */
    Optional<String> add(String owner, String name, ObjectNode step, Set<String> taken) {
        var known = owner.isEmpty()
                ? LISTS.contains(name)
                : find(owner).filter(node -> ways(node).contains(name)).isPresent();
        if (!known) {
            return Optional.empty();
        }
        var key = named(step, taken);
        var into = owner.isEmpty() ? definition : find(owner).orElseThrow();
        list(into, name).add(step);
        return Optional.of(key);
    }

    /** Puts a new step after another; empty where there is none. */
    Optional<String> addAfter(String after, ObjectNode step, Set<String> taken) {
        return place(after).map(place -> {
            var key = named(step, taken);
            place.lane().steps().insert(place.index() + 1, step);
            return key;
        });
    }

    private String named(ObjectNode step, Set<String> taken) {
        var known = new HashSet<>(taken);
        known.addAll(keys().values());
        var type = step.path("type").asText().toLowerCase(Locale.ROOT);
        var key = type;
        for (int number = 1; known.contains(key); number++) {
            key = type + "-" + number;
        }
        step.put("key", key);
        return key;
    }

    /** With everything below it. */
    void remove(String key) {
        place(key).ifPresent(FlowTree::take);
    }

    private static ObjectNode take(Place place) {
        return (ObjectNode) place.lane().steps().remove(place.index());
    }

    /** To the next place in the order in which a flow is read: into ways, through them and out again. */
    void down(String key) {
        place(key).ifPresent(this::down);
    }

    private void down(Place place) {
        var steps = place.lane().steps();
        if (place.index() + 1 < steps.size()) {
            var next = (ObjectNode) steps.get(place.index() + 1);
            var ways = ways(next);
            if (!ways.isEmpty() && fits(place.step(), place.lane().depth() + 1)) {
                list(next, ways.getFirst()).insert(0, take(place));
            } else {
                steps.insert(place.index() + 1, take(place));
            }
        } else {
            nextWay(place, 1).ifPresentOrElse(way -> way.insert(0, take(place)), () -> out(place, 1));
        }
    }

    /** The way back. */
    void up(String key) {
        place(key).ifPresent(this::up);
    }

    private void up(Place place) {
        var steps = place.lane().steps();
        if (place.index() > 0) {
            var before = (ObjectNode) steps.get(place.index() - 1);
            var ways = ways(before);
            if (!ways.isEmpty() && fits(place.step(), place.lane().depth() + 1)) {
                list(before, ways.getLast()).add(take(place));
            } else {
                steps.insert(place.index() - 1, take(place));
            }
        } else {
            nextWay(place, -1).ifPresentOrElse(way -> way.add(take(place)), () -> out(place, 0));
        }
    }

    private static Optional<ArrayNode> nextWay(Place place, int direction) {
        return Optional.ofNullable(place.lane().owner()).flatMap(owner -> {
            var ways = ways(owner.step());
            var next = ways.indexOf(place.lane().name()) + direction;
            return next < 0 || next >= ways.size() ? Optional.empty() : Optional.of(list(owner.step(), ways.get(next)));
        });
    }

    /** Beside the step whose way it stood in; what stands outermost stays. */
    private static void out(Place place, int offset) {
        var owner = place.lane().owner();
        if (owner != null) {
            owner.lane().steps().insert(owner.index() + offset, take(place));
        }
    }

    private static boolean fits(JsonNode step, int depth) {
        return depth + height(step) <= StepSyntax.DEEPEST;
    }

    private static int height(JsonNode step) {
        var highest = 0;
        for (var way : ways(step)) {
            for (var below : step.path(way)) {
                highest = Math.max(highest, 1 + height(below));
            }
        }
        return highest;
    }

    private Optional<Place> place(String key) {
        return LISTS.stream()
                .flatMap(list -> all(new Lane(null, list, list(definition, list), 1)).stream())
                .filter(place -> place.step().path("key").asText().equals(key))
                .findFirst();
    }

    private static List<Place> all(Lane lane) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < lane.steps().size(); i++) {
            var place = new Place(lane, i);
            places.add(place);
            ways(place.step())
                    .forEach(way ->
                            places.addAll(all(new Lane(place, way, list(place.step(), way), lane.depth() + 1))));
        }
        return places;
    }

    private static ArrayNode list(ObjectNode owner, String name) {
        return owner.get(name) instanceof ArrayNode there ? there : owner.putArray(name);
    }
}
