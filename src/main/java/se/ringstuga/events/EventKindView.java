package se.ringstuga.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kind of event.
 *
 * @param key of a built-in one; null for what an organization made
 * @param ringstuga signing up fills the list of those to let in, and gives no access (rule 30)
 * @param archivedAt since when it is not offered any more
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventKindView(
        long id,
        long organizationId,
        String title,
        @Nullable String key,
        boolean ringstuga,
        @Nullable Instant archivedAt,
        int version) {

    static EventKindView of(EventKind kind) {
        return new EventKindView(
                kind.id(),
                kind.organizationId(),
                kind.title(),
                kind.key(),
                kind.ringstuga(),
                kind.archivedAt(),
                kind.version());
    }
}
