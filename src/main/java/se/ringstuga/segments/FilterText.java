package se.ringstuga.segments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Filters as the text of an address or a field. */
@ApplicationScoped
class FilterText {

    private final ObjectMapper json;

    FilterText(ObjectMapper json) {
        this.json = json;
    }

    /** Null where the text is no JSON. */
    @Nullable
    JsonNode read(String filter) {
        try {
            return json.readTree(filter);
        } catch (JsonProcessingException _) {
            return null;
        }
    }
}
