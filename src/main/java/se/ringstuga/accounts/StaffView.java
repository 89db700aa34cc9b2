package se.ringstuga.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff of an organization.
 *
 * @param inherited whether the role comes from an organization above, where alone it can be changed
 * @param lastUsedAt when they were last signed in; null: never
 */
public record StaffView(
        long id,
        String email,
        String name,
        Role role,
        boolean inherited,
        boolean secondFactor,
        @Nullable Instant lastUsedAt) {}
