package se.ringstuga.accounts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How precisely the last use of a token or session is known: finer would cost a write for every request. */
final class LastUse {

    private static final Duration PRECISION = Duration.ofMinutes(1);

    private LastUse() {}

    static boolean isStale(@Nullable Instant recorded, Instant now) {
        return recorded == null || recorded.isBefore(now.minus(PRECISION));
    }
}
