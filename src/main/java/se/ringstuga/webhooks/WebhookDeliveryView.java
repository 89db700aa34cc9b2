package se.ringstuga.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/**
 * One thing that an endpoint was told, or is about to be.
 *
 * @param webhookId the header {@code webhook-id}: the same for every attempt, and when it is replayed
 * @param organizationId where it happened: the endpoint's organization or one below it
 * @param ids as in the payload
 * @param nextAt of one that waits
 * @param answerStatus of the latest attempt; null without an answer
 * @param answer its beginning, or why there was none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record WebhookDeliveryView(
        long id,
        String webhookId,
        long endpointId,
        String type,
        long organizationId,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String ids,
        Instant happenedAt,
        State state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Integer answerStatus,
        @Nullable String answer,
        @Nullable Instant endedAt) {

    /** What became of it. */
    enum State {
        WAITING,
        DELIVERED,
        /** Put aside, until somebody replays it. */
        DEAD
    }

    static WebhookDeliveryView of(Row row) {
        var state = State.valueOf(row.text("state"));
        var status = row.numberOrNull("answer_status");
        return new WebhookDeliveryView(
                row.number("id"),
                "del_" + row.number("id"),
                row.number("endpoint_id"),
                row.text("type"),
                row.number("about"),
                row.text("written_ids"),
                row.instant("happened_at"),
                state,
                row.count("attempt"),
                state == State.WAITING ? row.instant("next_at") : null,
                status == null ? null : status.intValue(),
                row.textOrNull("answer"),
                row.instantOrNull("ended_at"));
    }
}
