package se.ringstuga.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request that read or changed people.
 *
 * @param actor such as {@code staff:7}, {@code token:3}, {@code caller:12}
 * @param action such as {@code person.read}
 * @param subject what it was done through, such as {@code segment:7}
 */
public record AccessLogEntry(
        long id,
        Instant at,
        String actor,
        String action,
        @Nullable String subject,
        List<Long> personIds) {}
