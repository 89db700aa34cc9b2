package se.ringstuga.calling;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.InvalidInput;

/**
 * What is to be different; what is left out stays. Open claims keep what they were given.
 *
 * @param goal null, written out, takes it away: then whoever is reached is done
 * @param surveyId a number; null, written out, takes the survey away
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
        @Size(max = 5000) @Nullable String scriptOtherPerson,
        @Size(max = 5000) @Nullable String scriptVoicemail,
        @Size(max = 5000) @Nullable String scriptWhy,
        @Nullable List<ShownField> shownFields,
        @Min(0) @Max(8760) @Nullable Integer cooldownHours,
        @Min(1) @Max(50) @Nullable Integer maxAttempts,
        @Nullable HoursInput callingHours) {

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
}
