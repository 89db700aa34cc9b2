package se.ringstuga.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sort of event, from the list of an organization or of one above it.
 *
 * @param key of a built-in one; null for what an organization made
 * @param ringstuga whoever signs up is on the list of those to let in, and is let in by nobody but its leader (rule 30)
 */
public record EventKind(
        long id,
        long organizationId,
        String title,
        @Nullable String key,
        boolean ringstuga,
        @Nullable Instant archivedAt,
        int version) {

    /** In the reader's words, unless the organization has put it in its own. */
    public String named(EventKindMessages say) {
        return named(title, key, say);
    }

    static String named(String title, @Nullable String key, EventKindMessages say) {
        return BuiltInKind.of(key)
                .filter(built -> built.title().equals(title))
                .map(built -> built.named(say))
                .orElse(title);
    }
}
