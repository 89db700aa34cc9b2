package se.ringstuga.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Filters as they stand in a row, to be shown or copied and not evaluated. */
@ApplicationScoped
class StoredFilters {

    private final ObjectMapper json;

    StoredFilters(ObjectMapper json) {
        this.json = json;
    }

    JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
