package se.ringstuga.calling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A volunteer to be let into one assignment. */
public record NewCaller(@NotBlank @Size(max = 100) String name) {}
