package se.ringstuga.calling;

import org.jspecify.annotations.Nullable;

/**
 * A word of thanks with the caller's own numbers.
 *
 * @param callId the call that was just reported
 * @param undoUntil until when that can be taken back, null when it cannot
 */
record ThanksScreen(
        String callerName,
        String word,
        long tonight,
        long calls,
        long reached,
        long callId,
        @Nullable String undoUntil,
        boolean late,
        boolean conflict) {}
