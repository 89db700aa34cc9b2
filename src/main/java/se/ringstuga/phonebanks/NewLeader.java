package se.ringstuga.phonebanks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import se.ringstuga.http.ControlCharacters;

/** Somebody to lead one evening. */
public record NewLeader(
        @NotBlank @Size(max = 100) @Pattern(regexp = ControlCharacters.NONE, message = ControlCharacters.REFUSED)
        String name) {}
