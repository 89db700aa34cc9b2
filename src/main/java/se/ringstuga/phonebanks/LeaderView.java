package se.ringstuga.phonebanks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who leads the evening without access to the register.
 *
 * @param link personal; shown when it is made and never again
 * @param joinedAt when a browser opened it; no other can then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeaderView(
        long id,
        String name,
        @Nullable String link,
        @Nullable Instant joinedAt) {}
