package se.ringstuga.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One signed-in browser, as its owner sees it in the list. */
record StaffSession(
        long id,
        Instant createdAt,
        Instant lastUsedAt,
        @Nullable String userAgent) {}
