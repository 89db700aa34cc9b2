package se.ringstuga.reminders;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;
import se.ringstuga.messaging.PersonalMessages;

/**
 * A plan for which there is something to do.
 *
 * @param laidOut whether whom it concerns stands as rows, as of its latest change
 * @param invited the event is for those of a segment and those who were invited by name
 * @param segmentId of the rule, else of the event
 */
record DuePlan(
        long id,
        long organizationId,
        ZoneId zone,
        long eventId,
        ReminderRule rule,
        Instant startsAt,
        Instant dueAt,
        Instant notAfter,
        boolean laidOut,
        boolean invited,
        @Nullable Long segmentId) {

    static DuePlan of(Row row) {
        var rule = ReminderRule.of(row);
        return new DuePlan(
                row.number("plan_id"),
                row.number("event_organization"),
                ZoneId.of(row.text("time_zone")),
                row.number("plan_event"),
                rule,
                row.instant("starts_at"),
                row.instant("due_at"),
                row.instant("not_after"),
                row.instantOrNull("laid_out_at") != null,
                row.text("visibility").equals("INVITED"),
                rule.segmentId() == null ? row.numberOrNull("event_segment") : rule.segmentId());
    }

    boolean isDue(Instant now) {
        return !dueAt.isAfter(now);
    }

    /** What goes to many who have not asked for it waits behind what is in time for something. */
    PersonalMessages.From from() {
        return new PersonalMessages.From(
                organizationId, rule.occasion().source(), rule.audience() != Audience.SIGNED_UP);
    }
}
