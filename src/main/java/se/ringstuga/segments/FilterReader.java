package se.ringstuga.segments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;

/** Reads filters, from requests with every check and from the database as they were checked once. */
@ApplicationScoped
public class FilterReader {

    private final References references;
    private final ObjectMapper json;

    FilterReader(References references, ObjectMapper json) {
        this.references = references;
        this.json = json;
    }

    /**
     * A filter as a client wrote it.
     *
     * @param fieldName what the tree is called in the request, the first part of every violation's path
     * @param organizationId whose tags, surveys and assignments it may point to; others' look as if they did not exist
     * @throws InvalidInput naming every place of the tree that cannot stand, {@code target.filters[1].withinDays}
     */
    public Filter read(@Nullable JsonNode filter, String fieldName, long organizationId) {
        FilterSyntax.Parsed parsed = FilterSyntax.parse(filter, fieldName);
        List<Violation> violations = references.missing(parsed.references(), organizationId).stream()
                .map(lost ->
                        Violation.body(lost.path(), "there is no " + lost.kind().word + " " + lost.key() + " here"))
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return parsed.filter();
    }

    /** A filter as it was stored; what it points to may be gone since, and then nobody matches that part. */
    public Filter stored(JsonNode filter) {
        return FilterSyntax.parse(filter, "filter").filter();
    }

    /** The same from the text of a jsonb column. */
    public Filter stored(String filter) {
        try {
            return stored(json.readTree(filter));
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
