package se.ringstuga.automations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.NotFound;
import se.ringstuga.segments.FilterReader;

/** Definitions as they were stored, read once and kept by their text, which decides what they mean. */
@ApplicationScoped
class Flows {

    private static final int KEPT = 500;

    private final FlowVersions versions;
    private final FilterReader filters;
    private final ObjectMapper json;
    private final Map<String, Read> kept = Collections.synchronizedMap(new LatestUsed());

    Flows(FlowVersions versions, FilterReader filters, ObjectMapper json) {
        this.versions = versions;
        this.filters = filters;
        this.json = json;
    }

    /** A definition, as JSON and as what it means. */
    record Read(JsonNode json, Flow flow, Course course) {}

    Read of(Automation automation) {
        return of(automation.id(), automation.number());
    }

    /** @throws NotFound where there is no such version */
    Read of(long automationId, int number) {
        return read(
                versions.find(automationId, number).orElseThrow(NotFound::new).definition());
    }

    Read read(String definition) {
        var known = kept.get(definition);
        if (known != null) {
            return known;
        }
        var tree = tree(definition);
        var flow = FlowSyntax.parse(tree, "definition", Set.of(), (filter, _) -> filters.stored(filter))
                .flow();
        var read = new Read(tree, flow, Course.of(flow));
        kept.put(definition, read);
        return read;
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static final class LatestUsed extends LinkedHashMap<String, @Nullable Read> {

        private static final long serialVersionUID = 1;

        LatestUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, @Nullable Read> eldest) {
            return size() > KEPT;
        }
    }
}
