package se.ringstuga.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Map;

/** A few named words kept as JSON beside a row. */
@ApplicationScoped
class Details {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final ObjectMapper mapper;

    Details(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String written(Map<String, String> details) {
        try {
            return mapper.writeValueAsString(details);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Map<String, String> read(String details) {
        try {
            return mapper.readValue(details, WORDS);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
