package se.ringstuga.automations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is let into an automation by hand.
 *
 * @param on whether it takes anybody in
 * @param begins what would happen to whoever comes in now
 * @param search what was typed; empty before anybody was looked for
 * @param people who was found, the first of them
 * @param wrong why it did not go; null before it was tried
 */
record LetInScreen(
        String slug,
        String base,
        String title,
        boolean on,
        List<DatedLine> begins,
        String search,
        List<Found> people,
        @Nullable String wrong) {

    /**
     * Somebody who fits what was typed.
     *
     * @param about where they live or belong
     * @param known how they stand in it already; null for not at all
     */
    record Found(
            long id, String name, String about, @Nullable String known) {}
}
