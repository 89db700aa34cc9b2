package se.ringstuga.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What somebody changed in a form, as a PATCH says it: only what differs from the form as it was shown. Whatever a form does not
 * show, or shows less exactly than it is kept, stays as it is.
 */
@ApplicationScoped
class ChangedFields {

    private static final String START = "startsAtLocal";
    private static final String END = "endsAtLocal";
    private static final List<String> PLACE = List.of("place", "address", "onlineLink");
    private static final String CLOSES = "signUpClosesAt";

    private final ObjectMapper json;

    ChangedFields(ObjectMapper json) {
        this.json = json;
    }

    /** Of anything that is read alike from both. */
    <T> ObjectNode between(T shown, T wanted) {
        ObjectNode before = json.valueToTree(shown);
        ObjectNode after = json.valueToTree(wanted);
        var changes = json.createObjectNode();
        after.properties().stream()
                .filter(field -> !field.getValue().equals(before.get(field.getKey())))
                .forEach(field -> changes.set(field.getKey(), field.getValue()));
        return changes;
    }

    /**
     * Of an event. What begins at another time ends when the form says, and closes as long before it as it did.
     *
     * @param sameClosing whether that choice was left alone
     */
    ObjectNode between(NewEvent shown, NewEvent wanted, boolean sameClosing) {
        var changes = between(shown, wanted);
        if (sameClosing) {
            changes.remove(CLOSES);
        }
        if (moves(changes)) {
            changes.set(END, json.valueToTree(wanted.endsAtLocal()));
        }
        return changes;
    }

    static boolean relocates(ObjectNode changes) {
        return PLACE.stream().anyMatch(changes::has);
    }

    static boolean moves(ObjectNode changes) {
        return changes.has(START);
    }

    static boolean movesSeries(ObjectNode changes) {
        return changes.has(START) || changes.has("startsOn") || changes.has("rule");
    }
}
