package se.ringstuga.segments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What other features may know of saved segments. */
@ApplicationScoped
public class UsableSegments {

    private final Segments segments;
    private final ObjectMapper json;

    UsableSegments(Segments segments, ObjectMapper json) {
        this.segments = segments;
        this.json = json;
    }

    /** The filter as it is now; empty where the organization may not use such a segment. */
    public Optional<JsonNode> filter(long organizationId, long segmentId) {
        return segments.known(organizationId, segmentId).map(segment -> tree(segment.filter));
    }

    private JsonNode tree(String filter) {
        try {
            return json.readTree(filter);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
