package se.ringstuga.reminders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/**
 * One rule for one event as it begins at one time.
 *
 * @param turn tells notices apart that are due more than once for one start
 * @param believedStart of a move: when people thought that it begins
 * @param nextAt when there is something to do
 * @param anew whom it concerns is to be looked for again
 */
record ReminderPlan(
        long eventId,
        long organizationId,
        ReminderRule rule,
        Instant startsAt,
        Instant dueAt,
        Instant notAfter,
        long turn,
        @Nullable Instant believedStart,
        Instant nextAt,
        boolean anew) {

    Key key() {
        return new Key(eventId, rule.id(), startsAt);
    }

    /** What there is one plan of. */
    record Key(long eventId, long ruleId, Instant startsAt) {}

    /** A plan as it stands. */
    record Standing(
            long id,
            Key key,
            Occasion occasion,
            Instant dueAt,
            @Nullable String closed) {

        static Standing of(Row row) {
            return new Standing(
                    row.number("id"),
                    new Key(row.number("event_id"), row.number("rule_id"), row.instant("starts_at")),
                    Occasion.valueOf(row.text("occasion")),
                    row.instant("due_at"),
                    row.textOrNull("closed"));
        }
    }
}
