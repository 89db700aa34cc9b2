package se.ringstuga.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A single-use link for somebody of the staff: an invitation, or a reset.
 *
 * @param link the address to hand over; shown once, absent when the request is repeated with its Idempotency-Key
 * @param mailed whether it was also mailed
 * @param secretShownBefore present and true instead of the link when it was shown before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffLinkView(
        long id,
        String email,
        Instant expiresAt,
        @Nullable String link,
        @Nullable Boolean mailed,
        @Nullable Boolean secretShownBefore) {}
