package se.ringstuga.inbox;

import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * That a conversation needs no answer.
 *
 * @param readTo the conversation's {@code textId} as it was read: texts that came later go on waiting; absent they are handled too
 */
public record Handling(@Nullable @PositiveOrZero Long readTo) {}
