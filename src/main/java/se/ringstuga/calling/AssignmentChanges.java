package se.ringstuga.calling;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different; what is left out stays. Open claims keep what they were given. */
public record AssignmentChanges(
        @Size(min = 1, max = 200) @Nullable String title,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode target,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode goal,
        @Nullable Long surveyId,
        @Size(max = 20000) @Nullable String script,
        @Size(max = 5000) @Nullable String scriptOtherPerson,
        @Size(max = 5000) @Nullable String scriptVoicemail,
        @Size(max = 5000) @Nullable String scriptWhy,
        @Nullable List<ShownField> shownFields,
        @Min(0) @Max(8760) @Nullable Integer cooldownHours,
        @Min(1) @Max(50) @Nullable Integer maxAttempts,
        @Nullable HoursInput callingHours) {}
