package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;
import se.ringstuga.segments.Filter;

/** What is gathered while a definition is read: everything that is wrong with it, and everything it points to. */
final class FlowReading {

    static final int MOST_STEPS = 60;
    private static final int MOST_VIOLATIONS = 100;
    private static final Filter NONSENSE = new Filter.Any(List.of());

    private final List<Violation> violations = new ArrayList<>();
    private final List<Pointer> pointers = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private final Set<String> taken;
    private final Filters filters;
    private int steps;

    /**
     * Begins to read.
     *
     * @param given the keys that steps have
     * @param before keys that steps had: others may not have them, since people may have passed those
     */
    FlowReading(Set<String> given, Set<String> before, Filters filters) {
        this.taken = new HashSet<>(given);
        this.taken.addAll(before);
        this.filters = filters;
    }

    /** Reads a filter, and refuses it with {@link InvalidInput} naming the place in it. */
    @FunctionalInterface
    interface Filters {
        Filter read(JsonNode json, String path);
    }

    /**
     * Something that must exist for the organization.
     *
     * @param path where it is named
     */
    record Pointer(String path, Kind kind, long id) {}

    enum Kind {
        TAG("tag"),
        SURVEY("survey"),
        QUESTION("date question"),
        OPTION("option"),
        ASSIGNMENT("call assignment"),
        EVENT_KIND("kind of activity");

        final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    void wrong(String path, String message) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(Violation.body(path, message));
        }
    }

    void point(String path, Kind kind, long id) {
        pointers.add(new Pointer(path, kind, id));
    }

    Filter filter(JsonNode json, String path) {
        try {
            return filters.read(json, path);
        } catch (InvalidInput refused) {
            refused.violations().forEach(violation -> wrong(violation.field(), violation.message()));
            return NONSENSE;
        }
    }

    /** Counts a step; false when there have become too many to read on. */
    boolean enter(String path) {
        steps++;
        if (steps == MOST_STEPS + 1) {
            wrong(path, "is one step too many; an automation may have " + MOST_STEPS);
        }
        return steps <= MOST_STEPS;
    }

    /** A step's own key as it was given. */
    void named(String key, String path) {
        if (places.putIfAbsent(key, path) != null) {
            wrong(path + ".key", "is the key of another step too");
        }
    }

    /** A key for a step that has none. */
    String newKey(String type, String path) {
        var key = type;
        for (int number = 1; taken.contains(key) || places.containsKey(key); number++) {
            key = type + "-" + number;
        }
        places.put(key, path);
        return key;
    }

    /** Where each step stands, by its key. */
    Map<String, String> places() {
        return Map.copyOf(places);
    }

    List<Pointer> pointers() {
        return List.copyOf(pointers);
    }

    void refuseIfWrong() {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }
}
