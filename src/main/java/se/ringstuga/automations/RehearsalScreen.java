package se.ringstuga.automations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow that is rehearsed.
 *
 * @param base where the flow, or its draft, stands
 * @param on the day as somebody wrote it
 * @param mayMove whether there are steps for those who moved here
 * @param notReady why nothing can be shown of it; null where something can
 * @param wrong what is wrong with the day; null for nothing
 */
record RehearsalScreen(
        String slug,
        String base,
        String title,
        String on,
        boolean mayMove,
        boolean moved,
        List<DatedLine> dates,
        @Nullable String notReady,
        @Nullable String wrong) {}
