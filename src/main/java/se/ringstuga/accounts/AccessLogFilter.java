package se.ringstuga.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the access log is read; null leaves a condition out.
 *
 * @param personId whom it was about
 * @param actor who it was, such as {@code staff:7}
 * @param action what was done, such as {@code person.read}
 * @param from the first moment
 * @param until the first moment that is too late
 */
record AccessLogFilter(
        @Nullable Long personId,
        @Nullable String actor,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant until) {

    static AccessLogFilter ofPerson(@Nullable Long personId) {
        return new AccessLogFilter(personId, null, null, null, null);
    }
}
