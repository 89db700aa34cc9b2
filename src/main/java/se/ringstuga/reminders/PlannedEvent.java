package se.ringstuga.reminders;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/**
 * What planning needs to know of an event.
 *
 * @param relocatedAt when its place was changed last so that people are told; null when it never was
 * @param seenStart when it began as its reminders were planned last; null when they never were
 */
record PlannedEvent(
        long id,
        long organizationId,
        ZoneId zone,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant publishedAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant movedAt,
        @Nullable Instant relocatedAt,
        @Nullable Instant seenStart) {

    static PlannedEvent of(Row row) {
        return new PlannedEvent(
                row.number("id"),
                row.number("organization_id"),
                ZoneId.of(row.text("time_zone")),
                row.instant("starts_at"),
                row.instant("ends_at"),
                row.instantOrNull("published_at"),
                row.instantOrNull("cancelled_at"),
                row.instantOrNull("moved_at"),
                row.instantOrNull("relocated_at"),
                row.instantOrNull("seen_start"));
    }

    ReminderRule.Hours hours() {
        return new ReminderRule.Hours(startsAt, endsAt, zone);
    }

    /** Begins at another time than when it was planned last. */
    boolean hasMoved() {
        return seenStart != null && !seenStart.equals(startsAt);
    }
}
