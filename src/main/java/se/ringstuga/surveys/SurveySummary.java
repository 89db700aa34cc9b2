package se.ringstuga.surveys;

import jakarta.persistence.Tuple;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A survey in a list.
 *
 * @param organization the slug of the one that owns it; those below may use but not change it
 * @param questions how many there are to answer
 */
record SurveySummary(
        long id,
        String title,
        String organization,
        int version,
        long questions,
        Instant createdAt,
        @Nullable Instant closedAt) {

    static SurveySummary of(Tuple row) {
        return new SurveySummary(
                row.get("id", Long.class),
                row.get("title", String.class),
                row.get("slug", String.class),
                row.get("current_version", Integer.class),
                row.get("questions", Long.class),
                row.get("created_at", Instant.class),
                row.get("closed_at", Instant.class));
    }
}
