package se.ringstuga.segments;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.people.PersonalIdentityNumber;

/** Reads the members of one filter and names by path what does not fit. */
final class NodeReader {

    static final int MAX_LIST = 100;
    static final int MAX_TEXT = 200;
    private static final int LONGEST_NAME = 60;
    private static final LocalDate FIRST_DATE = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2999, 12, 31);

    private final Reading reading;
    private final JsonNode json;
    private final String path;

    NodeReader(Reading reading, JsonNode json, String path) {
        this.reading = reading;
        this.json = json;
        this.path = path;
    }

    void allowOnly(String... keys) {
        Set<String> unknown = new TreeSet<>();
        json.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(Set.of(keys));
        unknown.remove("type");
        unknown.forEach(
                key -> wrong(shown(key), "is not a member of this filter; it may have " + String.join(", ", keys)));
    }

    /** A member's name as far as it is repeated in a refusal. */
    private static String shown(String key) {
        return key.length() <= LONGEST_NAME ? key : key.substring(0, LONGEST_NAME) + "…";
    }

    /** Refuses the filter unless exactly one of the keys is given. */
    Optional<String> exactlyOneOf(String... keys) {
        List<String> given = List.of(keys).stream().filter(json::hasNonNull).toList();
        if (given.size() == 1) {
            return Optional.of(given.getFirst());
        }
        reading.wrong(path, "needs exactly one of " + String.join(", ", keys));
        return Optional.empty();
    }

    void atLeastOneOf(String... keys) {
        if (List.of(keys).stream().noneMatch(json::hasNonNull)) {
            reading.wrong(path, "needs one of " + String.join(", ", keys));
        }
    }

    boolean has(String key) {
        return json.hasNonNull(key);
    }

    @Nullable
    Integer integer(String key, int min, int max) {
        JsonNode node = json.get(key);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber() || node.asLong() < min || node.asLong() > max) {
            wrong(key, "must be a whole number between " + min + " and " + max);
            return null;
        }
        return node.intValue();
    }

    @Nullable
    Long id(String key, Reference.Kind kind) {
        JsonNode node = json.get(key);
        return node == null || node.isNull() ? null : idAt(node, path + "." + key, kind);
    }

    long requiredId(String key, Reference.Kind kind) {
        Long id = id(key, kind);
        if (!has(key)) {
            wrong(key, "is missing; give the id of the " + kind.word);
        }
        return id == null ? 0 : id;
    }

    List<Long> ids(String key, Reference.Kind kind) {
        List<Long> ids = new ArrayList<>();
        List<JsonNode> nodes = list(key);
        for (int i = 0; i < nodes.size(); i++) {
            Long id = idAt(nodes.get(i), path + "." + key + "[" + i + "]", kind);
            if (id != null) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    private @Nullable Long idAt(JsonNode node, String where, Reference.Kind kind) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            reading.wrong(where, "must be the id of a " + kind.word);
            return null;
        }
        reading.refer(where, kind, node.longValue());
        return node.longValue();
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> nodes = list(key);
        for (int i = 0; i < nodes.size(); i++) {
            texts.add(textAt(nodes.get(i), path + "." + key + "[" + i + "]"));
        }
        return List.copyOf(texts);
    }

    /** A required text; numbers are read as their digits. */
    String text(String key) {
        JsonNode node = json.get(key);
        if (node == null || node.isNull()) {
            wrong(key, "is missing");
            return "";
        }
        return textAt(node, path + "." + key);
    }

    /** A required organization by its slug. */
    String slug(String key) {
        String slug = text(key);
        if (!slug.isEmpty()) {
            reading.refer(path + "." + key, Reference.Kind.ORGANIZATION, slug);
        }
        return slug;
    }

    private String textAt(JsonNode node, String where) {
        String text =
                node.isTextual() || node.isIntegralNumber() ? node.asText().strip() : "";
        if (text.isEmpty() || text.length() > MAX_TEXT) {
            reading.wrong(where, "must be a text of 1 to " + MAX_TEXT + " characters");
        } else if (ControlCharacters.in(text)) {
            reading.wrong(where, ControlCharacters.REFUSED);
        } else if (PersonalIdentityNumber.isIn(text)) {
            reading.wrong(where, "looks like a personal identity number, which is never stored");
        }
        return text;
    }

    private List<JsonNode> list(String key) {
        JsonNode node = json.get(key);
        if (node == null || !node.isArray() || node.isEmpty() || node.size() > MAX_LIST) {
            wrong(key, "must be a list of 1 to " + MAX_LIST);
            return List.of();
        }
        List<JsonNode> nodes = new ArrayList<>();
        node.forEach(nodes::add);
        return nodes;
    }

    @Nullable
    LocalDate date(String key) {
        JsonNode node = json.get(key);
        if (node == null || node.isNull()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(node.asText());
            if (!date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE)) {
                return date;
            }
        } catch (DateTimeException notADate) {
            // Answered below like a date outside the bounds.
        }
        wrong(key, "must be a date such as 2026-01-31");
        return null;
    }

    boolean flag(String key) {
        JsonNode node = json.get(key);
        if (node != null && !node.isNull() && !node.isBoolean()) {
            wrong(key, "must be true or false");
        }
        return node != null && node.asBoolean();
    }

    <E> Optional<E> choice(String key, Map<String, E> choices) {
        JsonNode node = json.get(key);
        Optional<E> chosen = Optional.ofNullable(node == null || !node.isTextual() ? null : choices.get(node.asText()));
        if (chosen.isEmpty()) {
            wrong(key, "must be one of " + String.join(", ", new TreeSet<>(choices.keySet())));
        }
        return chosen;
    }

    void wrong(String key, String message) {
        reading.wrong(path + "." + key, message);
    }
}
