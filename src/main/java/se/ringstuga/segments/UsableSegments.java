package se.ringstuga.segments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import se.ringstuga.http.PageRequest;

/** What other features may know of saved segments. */
@ApplicationScoped
public class UsableSegments {

    private static final int MOST_TITLES = 200;

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

    /** By title, so that a person can choose. */
    public List<Title> titles(long organizationId) {
        return segments.page(organizationId, new PageRequest(null, MOST_TITLES)).items().stream()
                .map(segment -> new Title(segment.id, segment.title))
                .toList();
    }

    /** A segment as it is chosen from a list. */
    public record Title(long id, String title) {}

    private JsonNode tree(String filter) {
        try {
            return json.readTree(filter);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
