package se.ringstuga.phonebanks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;

/**
 * What changes; what is left out stays.
 *
 * @param closesAt later or earlier, but ahead and at most twelve hours after it opens
 */
public record PhoneBankChanges(
        @Size(min = 1, max = 200)
        @Pattern(regexp = ControlCharacters.NONE, message = ControlCharacters.REFUSED)
        @Nullable
        String title,

        @Min(1) @Max(100_000) @Nullable Integer goal,
        @Nullable Instant closesAt) {}
