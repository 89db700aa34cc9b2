package se.ringstuga.calling;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer to be let into one assignment.
 *
 * @param name "Ringare" and a number unless given
 */
public record NewCaller(
        @Size(max = 100)
        @Pattern(
                regexp = "\\P{Cc}*[^\\s\\p{Cc}]\\P{Cc}*",
                message = "must be one line that is not blank, without control characters; leave it out for a number")
        @Nullable
        String name) {}
