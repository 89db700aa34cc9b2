package se.ringstuga.calling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nobody to call now, explained.
 *
 * @param reasons where everybody is, one sentence each
 * @param lookAt when there may be somebody, as the page's script reads it
 * @param mayLook whether asking again can help
 */
record WaitingScreen(
        String title,
        @Nullable String lead,
        List<String> reasons,
        @Nullable String lookAt,
        boolean mayLook) {}
