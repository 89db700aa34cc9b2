package se.ringstuga.calling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.InvalidInput;

/**
 * What is to be different; what is left out stays. Open claims keep what they were given.
 *
 * @param segmentId the segment whose filter the target is at this moment; without one another target belongs to none
 * @param goal null, written out, takes it away: then whoever is reached is done
 * @param surveyId a number; null, written out, takes the survey away
 * @param scriptOtherPerson a text; null, written out, brings the standard text back, as with the two below
 * @param callingHours null, written out, brings the organization's back
 * @param expiresAt ahead, and at most 30 days after the assignment was opened (rule 19)
 */
public record AssignmentChanges(
        @Size(min = 1, max = 200)
        @Pattern(regexp = ControlCharacters.NONE, message = ControlCharacters.REFUSED)
        @Nullable
        String title,

        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode target,

        @Schema(type = SchemaType.OBJECT, nullable = true) @Nullable
        JsonNode goal,

        @Schema(implementation = Long.class, nullable = true) @Nullable
        JsonNode surveyId,

        @Size(max = 20000) @Nullable String script,

        @Schema(implementation = String.class, maxLength = LONGEST_TEXT, nullable = true) @Nullable
        JsonNode scriptOtherPerson,

        @Schema(implementation = String.class, maxLength = LONGEST_TEXT, nullable = true) @Nullable
        JsonNode scriptVoicemail,

        @Schema(implementation = String.class, maxLength = LONGEST_TEXT, nullable = true) @Nullable
        JsonNode scriptWhy,

        @Nullable List<ShownField> shownFields,
        @Size(max = 20) @Nullable List<@NotNull Long> tagIds,
        @Min(0) @Max(8760) @Nullable Integer cooldownHours,
        @Min(1) @Max(50) @Nullable Integer maxAttempts,

        @Schema(implementation = HoursInput.class, nullable = true) @Nullable
        JsonNode callingHours,

        @Size(max = 20) @Nullable List<@NotNull Long> eventKindIds,
        @Nullable Instant expiresAt,
        @Nullable Long segmentId) {

    private static final int LONGEST_TEXT = 5000;

    /** A number is the same whichever Java type it was read or written as. */
    private static int sameValue(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    /** The segment afterwards. */
    @Nullable
    Long segmentInsteadOf(AssignmentView current) {
        if (segmentId != null) {
            return segmentId;
        }
        var sameTarget =
                target == null || target.isNull() || target.equals(AssignmentChanges::sameValue, current.target());
        return sameTarget ? current.segmentId() : null;
    }

    /** The goal afterwards. */
    @Nullable
    JsonNode goalInsteadOf(@Nullable JsonNode current) {
        return goal == null ? current : goal.isNull() ? null : goal;
    }

    /** The survey afterwards. */
    @Nullable
    Long surveyInsteadOf(@Nullable Long current) {
        if (surveyId == null) {
            return current;
        }
        if (!surveyId.isNull() && !surveyId.canConvertToExactIntegral()) {
            throw new InvalidInput("surveyId", "must be the id of a survey, or null for none");
        }
        return surveyId.isNull() ? null : Long.valueOf(surveyId.longValue());
    }

    /** One of the optional texts afterwards. */
    static @Nullable String textInsteadOf(@Nullable String current, @Nullable JsonNode sent, String field) {
        if (sent == null) {
            return current;
        }
        if (!sent.isNull() && !sent.isTextual()) {
            throw new InvalidInput(field, "must be a text, or null for the standard one");
        }
        if (sent.asText().length() > LONGEST_TEXT) {
            throw new InvalidInput(field, "must have at most " + LONGEST_TEXT + " characters");
        }
        return sent.isNull() ? null : sent.asText();
    }

    /** The calling hours afterwards. */
    @Nullable
    HoursInput hoursInsteadOf(@Nullable HoursInput current, ObjectMapper json) {
        try {
            return callingHours == null ? current : json.treeToValue(callingHours, HoursInput.class);
        } catch (JsonProcessingException unreadable) {
            throw new InvalidInput(
                    "callingHours", "must have from and to as HH:mm; null brings the organization's back");
        }
    }
}
