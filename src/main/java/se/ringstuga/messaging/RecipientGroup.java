package se.ringstuga.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The terms of a broadcast's account, each with the states that its people are in. */
enum RecipientGroup {
    ALL,
    DELIVERED,
    SENT,
    FAILED,
    SKIPPED,
    WAITING,
    UNKNOWN;

    /** None for all. */
    List<MessageState> states() {
        return switch (this) {
            case ALL -> List.of();
            case DELIVERED -> List.of(MessageState.DELIVERED);
            case SENT -> List.of(MessageState.ACCEPTED, MessageState.SENT);
            case FAILED -> List.of(MessageState.FAILED, MessageState.EXPIRED);
            case SKIPPED -> List.of(MessageState.SKIPPED, MessageState.CANCELLED);
            case WAITING -> List.of(MessageState.QUEUED, MessageState.DISPATCHING);
            case UNKNOWN -> List.of(MessageState.UNKNOWN);
        };
    }

    long count(BroadcastAccount account, @Nullable String reason) {
        return switch (this) {
            case ALL -> account.targeted();
            case DELIVERED -> account.delivered();
            case SENT -> account.sent();
            case WAITING -> account.waiting();
            case UNKNOWN -> account.unknown();
            case FAILED ->
                reason == null
                        ? BroadcastTerms.sum(account.failed())
                        : account.failed().getOrDefault(reason, 0L);
            case SKIPPED ->
                reason == null
                        ? BroadcastTerms.sum(account.skipped())
                        : account.skipped().getOrDefault(reason, 0L);
        };
    }

    /** The people as a filter of segments. */
    JsonNode filter(long broadcast, @Nullable String reason) {
        var filter =
                JsonNodeFactory.instance.objectNode().put("type", "message").put("broadcastId", broadcast);
        if (this != ALL) {
            filter.put("outcome", name().toLowerCase(Locale.ROOT));
        }
        if (reason != null && (this == FAILED || this == SKIPPED)) {
            filter.putArray("reasons").add(reason);
        }
        return filter;
    }
}
