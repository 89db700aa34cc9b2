package se.ringstuga.inbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an organizer answers.
 *
 * @param text may have fields, such as {@code {förnamn|du}}
 * @param personId which of those who share the number; may be absent where there is one
 * @param readTo the conversation's {@code textId} as it was read: texts that came later go on waiting; absent they are handled too
 */
public record NewAnswer(
        @NotBlank @Size(max = 1600) String text,
        @Nullable Long personId,
        @Nullable @PositiveOrZero Long readTo) {}
