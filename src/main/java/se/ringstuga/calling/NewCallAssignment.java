package se.ringstuga.calling;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;

/**
 * Whom to call, why, and with what to say; open as soon as it is created.
 *
 * @param target a filter: whom to call
 * @param segmentId the segment whose filter the target is at this moment, to be named on its page; the target stays when it changes
 * @param goal a filter: who needs no call any more; without one, whoever was reached in this assignment (rule 11)
 * @param scriptOtherPerson what to say when somebody else answers; a default names neither organization nor purpose (rule 9)
 * @param shownFields what callers see beside name and number; city and joined date unless given
 * @param tagIds what callers may put on the people they talk to; none unless given
 * @param eventKindIds events of these kinds that are ahead are offered to callers, to sign people up to; none unless given
 * @param cooldownHours how long after any attempt, in whatever assignment, the person is left in peace; 24 unless given
 * @param maxAttempts 3 unless given
 * @param callingHours the organization's unless given
 * @param expiresAt at most 30 days away, which it is unless given (rule 19)
 */
public record NewCallAssignment(
        @NotBlank @Size(max = 200) @Pattern(regexp = ControlCharacters.NONE, message = ControlCharacters.REFUSED)
        String title,

        @NotNull @Schema(type = SchemaType.OBJECT) JsonNode target,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode goal,
        @Nullable Long surveyId,
        @Size(max = 20000) @Nullable String script,
        @Size(max = 5000) @Nullable String scriptOtherPerson,
        @Size(max = 5000) @Nullable String scriptVoicemail,
        @Size(max = 5000) @Nullable String scriptWhy,
        @Nullable List<ShownField> shownFields,
        @Size(max = 20) @Nullable List<@NotNull Long> tagIds,
        @Min(0) @Max(8760) @Nullable Integer cooldownHours,
        @Min(1) @Max(50) @Nullable Integer maxAttempts,
        @Nullable HoursInput callingHours,
        @Nullable Instant expiresAt,
        @Size(max = 20) @Nullable List<@NotNull Long> eventKindIds,
        @Nullable Long segmentId) {}
