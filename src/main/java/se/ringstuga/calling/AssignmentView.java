package se.ringstuga.calling;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as an organizer or a tool sees it.
 *
 * @param state what holds now: {@code OPEN}, {@code PAUSED}, {@code CLOSED}
 * @param segmentId the segment whose filter the target was when it was chosen; null for a target of its own
 * @param tagIds what callers may put on the people they talk to
 * @param eventKindIds callers may sign people up to events of these kinds
 * @param callingHours null: the organization's
 * @param version for {@code If-Match}
 */
public record AssignmentView(
        long id,
        String title,
        State state,
        @Schema(type = SchemaType.OBJECT) JsonNode target,
        @Nullable Long segmentId,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode goal,
        @Nullable Long surveyId,
        String script,
        @Nullable String scriptOtherPerson,
        @Nullable String scriptVoicemail,
        @Nullable String scriptWhy,
        List<ShownField> shownFields,
        List<Long> tagIds,
        int cooldownHours,
        int maxAttempts,
        @Nullable HoursInput callingHours,
        List<Long> eventKindIds,
        Instant openedAt,
        Instant expiresAt,
        @Nullable Instant pausedAt,
        @Nullable Instant closedAt,
        int version) {

    /** Whether new claims are given. */
    public enum State {
        OPEN,
        PAUSED,
        CLOSED
    }
}
