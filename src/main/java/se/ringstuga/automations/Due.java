package se.ringstuga.automations;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/**
 * Somebody whose turn it is at a step, locked.
 *
 * @param begun the step has begun
 * @param arrivedAt at the step, by the flow's own time
 * @param pausedFor for how long time has stood still for them in pauses, since they came in
 * @param passed the step happened to them already, in another version
 * @param gone why they can be in no automation any more
 */
record Due(
        long id,
        long person,
        int version,
        String step,
        boolean begun,
        Instant enteredAt,
        Instant arrivedAt,
        Duration pausedFor,
        boolean passed,
        @Nullable String gone) {

    static Due of(Row row) {
        return new Due(
                row.number("id"),
                row.number("person_id"),
                row.count("version"),
                row.text("step"),
                row.textOrNull("waiting_for") != null,
                row.instant("entered_at"),
                row.instant("arrived_at"),
                Duration.ofSeconds(row.number("paused_seconds")),
                row.is("passed"),
                row.textOrNull("gone"));
    }
}
