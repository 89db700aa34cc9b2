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
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank; leave it out for a number")
        @Nullable
        String name) {}
