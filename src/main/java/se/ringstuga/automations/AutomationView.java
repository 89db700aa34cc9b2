package se.ringstuga.automations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An automation.
 *
 * @param key of one that is there from the start
 * @param since when its switch came to stand there, and {@code by} whom
 * @param number of the version that people enter
 * @param definition of that version
 * @param people how many there are by state; states in which nobody is are left out
 * @param steps the numbers of each step, by its key
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AutomationView(
        long id,
        @Nullable String key,
        String title,
        Automation.State state,
        @Nullable Instant since,
        @Nullable String by,
        int number,

        @Schema(type = SchemaType.OBJECT, description = FlowJson.DESCRIPTION)
        JsonNode definition,

        Map<Turnout.State, Long> people,
        Map<String, FlowNumbers.StepNumbers> steps,
        Instant createdAt,
        String createdBy) {

    /** In a list. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Summary(
            long id,
            @Nullable String key,
            String title,
            Automation.State state,
            @Nullable Instant since,
            int number,
            Map<Turnout.State, Long> people) {}
}
