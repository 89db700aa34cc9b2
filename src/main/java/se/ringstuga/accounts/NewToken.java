package se.ringstuga.accounts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token to be made.
 *
 * @param scopes such as {@code people:read}; only those that its maker has. Unless given all of them but those that manage
 *     staff and tokens: what hands out rights is asked for by name
 * @param expiresInDays 1 to 730, 365 unless given
 */
public record NewToken(
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(min = 1, max = 50) List<@NotBlank String> scopes,
        @Nullable @Min(1) @Max(730) Integer expiresInDays) {}
