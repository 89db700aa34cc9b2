package se.ringstuga.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff of an organization.
 *
 * @param inherited whether the role comes from an organization above, where alone it can be changed
 * @param lastUsedAt when they were last signed in; null: never
 * @param endsAt when the access ends unless another administrator renews it (rule 40)
 * @param ended whether it has; the last who could let anybody in again keeps it
 */
public record StaffView(
        long id,
        String email,
        String name,
        Role role,
        boolean inherited,
        boolean secondFactor,
        @Nullable Instant lastUsedAt,
        Instant endsAt,
        boolean ended) {}
