package se.ringstuga.calling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/**
 * A locked call, as the report needs it.
 *
 * @param attemptAt set when it already counts as an attempt: reported, or lapsed after dialling
 */
record CallRow(
        long id,
        long organizationId,
        long rootId,
        long assignmentId,
        long callerId,
        long personOrganization,
        long personId,
        String phone,
        @Nullable String altPhone,
        CallState state,
        Instant claimedAt,
        Instant leaseUntil,
        @Nullable Instant dialledAt,
        @Nullable Instant endedAt,
        @Nullable Instant attemptAt,
        @Nullable Outcome outcome,
        boolean interrupted,
        @Nullable String report,
        @Nullable String reportHash,
        @Nullable String effects,
        @Nullable Boolean surveyComplete,
        @Nullable Instant reportedAt,
        @Nullable Instant callBackAt,
        boolean late,
        boolean conflict,
        boolean incoming) {

    static CallRow of(Row row) {
        var outcome = row.textOrNull("outcome");
        return new CallRow(
                row.number("id"),
                row.number("organization_id"),
                row.number("root_id"),
                row.number("assignment_id"),
                row.number("caller_id"),
                row.number("person_organization"),
                row.number("person_id"),
                row.text("phone"),
                row.textOrNull("alt_phone"),
                CallState.valueOf(row.text("state")),
                row.instant("claimed_at"),
                row.instant("lease_until"),
                row.instantOrNull("dialled_at"),
                row.instantOrNull("ended_at"),
                row.instantOrNull("attempt_at"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.is("interrupted"),
                row.textOrNull("report"),
                row.textOrNull("report_hash"),
                row.textOrNull("effects"),
                row.booleanOrNull("survey_complete"),
                row.instantOrNull("reported_at"),
                row.instantOrNull("call_back_at"),
                row.is("late"),
                row.is("conflict"),
                row.is("incoming"));
    }

    /** When the call took place. */
    Instant calledAt(Instant now) {
        if (attemptAt != null) {
            return attemptAt;
        }
        if (state == CallState.OPEN) {
            return now;
        }
        return dialledAt == null ? claimedAt : dialledAt;
    }
}
