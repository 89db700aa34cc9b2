package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A flow that somebody is writing. It may be half right, and nobody is in it.
 *
 * @param automationId whose next version it is to be; null for one that is not there yet
 * @param beganFrom the definition that was read when it began; null for one that is not there yet
 * @param changedBy who wrote in it last
 */
record FlowDraft(
        long id,
        @Nullable Long automationId,
        String title,
        ObjectNode definition,
        @Nullable JsonNode beganFrom,
        Instant changedAt,
        String changedBy) {

    FlowDraft with(String newTitle, ObjectNode newDefinition) {
        return new FlowDraft(id, automationId, newTitle, newDefinition, beganFrom, changedAt, changedBy);
    }

    FlowTree tree() {
        return new FlowTree(definition);
    }
}
