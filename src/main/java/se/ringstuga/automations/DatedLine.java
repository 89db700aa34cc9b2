package se.ringstuga.automations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that would happen, as a page shows it.
 *
 * @param depth how far in it stands
 * @param when only if all of this is so
 * @param at when, in words
 */
record DatedLine(
        int depth,
        List<String> when,
        String at,
        String says,
        @Nullable String text) {

    private static final int DEEPEST = 6;

    DatedLine {
        when = List.copyOf(when);
        depth = Math.min(depth, DEEPEST);
    }
}
