package se.ringstuga.events;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.List;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.JsonMistake;

/**
 * A PATCH as the whole that it makes: what is named takes the place of what was, null takes it away, and the result is read
 * and checked like something new.
 */
@ApplicationScoped
class SentChanges {

    private final ObjectMapper json;
    private final Validator validator;

    SentChanges(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * What it was with the changes in it.
     *
     * @param current as it would have been sent
     * @param instead members of which one replaces all others: a start is either an instant or local
     * @throws InvalidInput for what cannot be read or does not hold
     */
    <T> T applied(JsonNode changes, T current, Class<T> type, List<List<String>> instead) {
        if (!(changes instanceof ObjectNode sent)) {
            throw new InvalidInput("body", "must be an object with what is to be different");
        }
        ObjectNode whole = json.valueToTree(current);
        for (var alternatives : instead) {
            if (alternatives.stream().anyMatch(sent::hasNonNull)) {
                whole.remove(alternatives);
            }
        }
        whole.setAll(sent);
        var changed = read(whole, type);
        var wrong = validator.validate(changed);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
        return changed;
    }

    private <T> T read(ObjectNode whole, Class<T> type) {
        try {
            return json.treeToValue(whole, type);
        } catch (JacksonException mistake) {
            throw JsonMistake.of(mistake);
        }
    }
}
