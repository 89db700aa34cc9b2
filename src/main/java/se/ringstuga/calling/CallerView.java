package se.ringstuga.calling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer as the organizer sees them.
 *
 * @param limit the limit that was reached and not yet lifted
 * @param joinRequests other browsers that hold the link and wait for a yes
 */
public record CallerView(
        long id,
        String name,
        Instant createdAt,
        @Nullable Instant joinedAt,
        @Nullable Instant promisedAt,
        @Nullable CallerLimit limit,
        @Nullable Instant removedAt,
        long calls,
        long reached,
        List<JoinRequestView> joinRequests) {

    /** A browser that waits. */
    public record JoinRequestView(
            long id, Instant createdAt, @Nullable String userAgent) {}
}
