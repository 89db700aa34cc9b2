package se.ringstuga.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API token.
 *
 * @param createdBy such as {@code staff:7}
 * @param maker the name of whoever of the staff is behind it, also where another token made it; absent for one that came with the
 *     installation
 * @param resting whether it does not work at present, since its maker has no access; it works again when that is renewed
 * @param lastUsedAt to the minute; absent when it was never used
 * @param token the secret; only in the answer that made it
 * @param secretShownBefore present and true instead of the secret when the making request is repeated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenView(
        long id,
        String title,
        List<String> scopes,
        String createdBy,
        @Nullable String maker,
        boolean resting,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String token,
        @Nullable Boolean secretShownBefore) {

    TokenView withSecret(Secret secret) {
        return new TokenView(
                id, title, scopes, createdBy, maker, resting, createdAt, expiresAt, lastUsedAt, secret.value(), null);
    }

    TokenView shownBefore() {
        return new TokenView(
                id, title, scopes, createdBy, maker, resting, createdAt, expiresAt, lastUsedAt, null, true);
    }
}
