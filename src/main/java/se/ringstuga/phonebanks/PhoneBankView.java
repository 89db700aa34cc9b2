package se.ringstuga.phonebanks;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A ringstuga as whoever leads it sees it.
 *
 * @param code what volunteers type to ask for a place; null once it has closed
 * @param joinLink the same as a link; null once it has closed
 * @param wallLink shows the wall and nothing else; null where it was revoked
 * @param message what all callers read on their pages
 * @param version for {@code If-Match}
 */
public record PhoneBankView(
        long id,
        long assignmentId,
        String title,
        State state,
        @Nullable Integer goal,
        Instant opensAt,
        Instant closesAt,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String code,
        @Nullable String joinLink,
        @Nullable String wallLink,
        @Nullable String message,
        int version) {

    /** Whether people can come in and are given somebody to call. */
    @Schema(name = "RingstugaState")
    public enum State {
        SCHEDULED,
        OPEN,
        PAUSED,
        CLOSED;

        boolean running() {
            return this == OPEN || this == PAUSED;
        }
    }
}
