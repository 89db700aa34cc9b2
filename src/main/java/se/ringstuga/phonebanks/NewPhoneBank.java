package se.ringstuga.phonebanks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;

/**
 * An evening of calls, now or later.
 *
 * @param assignmentId whom is called; one ringstuga at a time
 * @param title the assignment's unless given
 * @param goal how many the evening hopes to reach
 * @param opensAt it opens by itself then; at once unless given
 * @param closesAt it closes by itself then, at most twelve hours after it opens
 */
public record NewPhoneBank(
        @NotNull Long assignmentId,

        @Size(max = 200) @Pattern(regexp = ControlCharacters.NONE, message = ControlCharacters.REFUSED) @Nullable
        String title,

        @Min(1) @Max(100_000) @Nullable Integer goal,
        @Nullable Instant opensAt,
        @NotNull Instant closesAt) {}
