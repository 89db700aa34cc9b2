package se.ringstuga.calling;

import org.jspecify.annotations.Nullable;

/**
 * The browser that a volunteer comes with.
 *
 * @param secret drawn at the first visit and kept in the browser: by it the browser that joined is known when it comes back
 * @param userAgent told to the organizer when another browser asks to be let in
 */
public record Browser(String secret, @Nullable String userAgent) {}
