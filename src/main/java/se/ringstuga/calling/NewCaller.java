package se.ringstuga.calling;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;

/**
 * A volunteer to be let into one assignment.
 *
 * @param name "Ringare" and a number where it is left out or blank
 */
public record NewCaller(
        @Size(max = 100) @Pattern(regexp = ControlCharacters.NONE, message = ControlCharacters.REFUSED) @Nullable
        String name) {}
