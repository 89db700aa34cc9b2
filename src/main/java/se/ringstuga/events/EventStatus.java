package se.ringstuga.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an event stands; derived from facts and never stored. */
public enum EventStatus {
    PLANNED,
    MOVED,
    CANCELLED,
    /** Its end has passed. What nobody was told of was not held, unless somebody says who came. */
    HELD;

    /** The same in SQL over the alias {@code e}; needs the parameter {@code now}. */
    static final String SQL = """
            case when e.cancelled_at is not null then 'CANCELLED'
                 when e.ends_at <= :now and coalesce(e.published_at, e.attendance_at) is not null then 'HELD'
                 when e.moved_at is not null then 'MOVED' else 'PLANNED' end""";

    static EventStatus of(EventRow event, Instant now) {
        if (event.cancelledAt() != null) {
            return CANCELLED;
        }
        if (!event.endsAt().isAfter(now) && (event.publishedAt() != null || event.attendanceAt() != null)) {
            return HELD;
        }
        return event.movedAt() == null ? PLANNED : MOVED;
    }

    /** For those who sign up, are reminded or look for something to go to. */
    static boolean ahead(@Nullable Instant publishedAt, @Nullable Instant cancelledAt, Instant endsAt, Instant now) {
        return publishedAt != null && cancelledAt == null && endsAt.isAfter(now);
    }
}
