package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.people.PersonalIdentityNumber;
import se.ringstuga.segments.Filter;

/** Reads the members of one object of a definition, and names by path what does not fit. */
final class Members {

    private static final int MOST_IDS = 100;
    private static final int LONGEST_NAME = 60;

    private final FlowReading reading;
    private final ObjectNode json;
    private final String path;

    Members(FlowReading reading, ObjectNode json, String path) {
        this.reading = reading;
        this.json = json;
        this.path = path;
    }

    String path(String name) {
        return path + "." + name;
    }

    void wrong(String name, String message) {
        reading.wrong(path(name), message);
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    String type() {
        return json.path("type").asText();
    }

    void allowOnly(String... names) {
        Set<String> unknown = new TreeSet<>();
        json.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(Set.of(names));
        unknown.removeAll(Set.of("type", "key"));
        unknown.forEach(name -> wrong(
                name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…",
                names.length == 0
                        ? "does not belong here"
                        : "does not belong here; there may be " + String.join(", ", names)));
    }

    /** The one of these that is there; otherwise the object is refused. */
    Optional<String> exactlyOneOf(String... names) {
        var given = Stream.of(names).filter(this::has).toList();
        if (given.size() == 1) {
            return Optional.of(given.getFirst());
        }
        reading.wrong(path, "needs exactly one of " + String.join(", ", names));
        return Optional.empty();
    }

    int number(String name, int least, int most) {
        if (!has(name)) {
            wrong(name, "is missing; a whole number between " + least + " and " + most);
            return least;
        }
        return number(name, least, most, least);
    }

    int number(String name, int least, int most, int usual) {
        var node = json.get(name);
        if (node == null || node.isNull()) {
            return usual;
        }
        if (!node.isIntegralNumber() || node.asLong() < least || node.asLong() > most) {
            wrong(name, "must be a whole number between " + least + " and " + most);
            return usual;
        }
        return node.intValue();
    }

    boolean flag(String name) {
        var node = json.get(name);
        if (node != null && !node.isNull() && !node.isBoolean()) {
            wrong(name, "must be true or false");
        }
        return node != null && node.asBoolean();
    }

    long requiredId(String name, FlowReading.Kind kind) {
        if (!has(name)) {
            wrong(name, "is missing; give the id of the " + kind.word);
            return 0;
        }
        var id = id(name, kind);
        return id == null ? 0 : id;
    }

    @Nullable
    Long id(String name, FlowReading.Kind kind) {
        return has(name) ? idAt(json.get(name), path(name), kind) : null;
    }

    List<Long> ids(String name, FlowReading.Kind kind) {
        var node = json.get(name);
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.isEmpty() || node.size() > MOST_IDS) {
            wrong(name, "must be a list of 1 to " + MOST_IDS);
            return List.of();
        }
        var ids = new ArrayList<Long>();
        for (int i = 0; i < node.size(); i++) {
            Optional.ofNullable(idAt(node.get(i), path(name) + "[" + i + "]", kind))
                    .ifPresent(ids::add);
        }
        return List.copyOf(ids);
    }

    private @Nullable Long idAt(JsonNode node, String where, FlowReading.Kind kind) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            reading.wrong(where, "must be the id of a " + kind.word);
            return null;
        }
        reading.point(where, kind, node.longValue());
        return node.longValue();
    }

    String text(String name, int longest) {
        var node = json.get(name);
        var text = node != null && node.isTextual() ? node.asText().strip() : "";
        if (text.isEmpty() || text.length() > longest) {
            wrong(name, "must be a text of 1 to " + longest + " characters");
        } else if (ControlCharacters.in(text.replace("\n", " ").replace("\r", " "))) {
            wrong(name, ControlCharacters.REFUSED);
        } else if (PersonalIdentityNumber.isIn(text)) {
            wrong(name, "looks like a personal identity number, which is never stored");
        }
        return text;
    }

    /** A short name of ours, such as {@code member.welcomed}. */
    String word(String name, String pattern) {
        var text = json.path(name).asText();
        if (!text.matches(pattern)) {
            wrong(name, "must fit " + pattern);
        }
        return text;
    }

    Optional<LocalTime> time(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalTime.parse(json.path(name).asText()).withSecond(0).withNano(0));
        } catch (DateTimeException notATime) {
            wrong(name, "must be a time of day such as 10:00");
            return Optional.empty();
        }
    }

    /** One of an enumeration's names, written as {@code paidUntil} or {@code PAID_UNTIL}. */
    <E extends Enum<E>> E choice(String name, Class<E> choices, E usual) {
        if (!has(name)) {
            return usual;
        }
        var given = json.path(name).asText();
        return Stream.of(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(given) || camel(choice).equals(given))
                .findFirst()
                .orElseGet(() -> {
                    wrong(
                            name,
                            "must be one of "
                                    + Stream.of(choices.getEnumConstants())
                                            .map(Members::camel)
                                            .collect(Collectors.joining(", ")));
                    return usual;
                });
    }

    static String camel(Enum<?> choice) {
        var words = choice.name().toLowerCase(Locale.ROOT).split("_", -1);
        var camel = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            camel.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
        }
        return camel.toString();
    }

    Filter filter(String name) {
        return reading.filter(json.path(name), path(name));
    }

    /** Another object among the members. */
    Optional<Members> object(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (json.get(name) instanceof ObjectNode object) {
            return Optional.of(new Members(reading, object, path(name)));
        }
        wrong(name, "must be an object");
        return Optional.empty();
    }
}
