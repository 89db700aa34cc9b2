package se.ringstuga.calling;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where everybody in the list is, counted without locks.
 *
 * @param cooling were called recently, here or elsewhere, or asked to be called later
 * @param weeklyCap have been called and written to as often as a week allows, by whatever part of the organization
 * @param weeklyCapUntil when the first of them may be called again; null when there are none
 * @param beingCalled are with a caller
 * @param withoutNumber have no number that works
 * @param outsideHours could be called if it were not outside the calling hours, or on a closed day
 * @param waitingForOrganizer wait for an organizer to handle a message
 * @param reserved asked for another caller, who may call until 30 minutes after the time; or passed on for good by this one
 * @param done need no further call here
 * @param closedUntil the next open day, when the association is closed today (rule 33)
 */
public record QueueReasons(
        long cooling,
        long weeklyCap,
        @Nullable Instant weeklyCapUntil,
        long beingCalled,
        long withoutNumber,
        long outsideHours,
        long waitingForOrganizer,
        long reserved,
        long done,
        @Nullable LocalDate closedUntil) {

    String sentence() {
        if (closedUntil != null && outsideHours > 0) {
            return "The association is closed today and opens again on " + closedUntil + ".";
        }
        if (outsideHours > 0) {
            return "It is outside the calling hours.";
        }
        if (cooling + weeklyCap + beingCalled + waitingForOrganizer + reserved == 0) {
            return "Everybody who can be called has been called.";
        }
        return "Everybody left waits for something; `reasons` counts them and `nextAt` says when to ask again.";
    }
}
