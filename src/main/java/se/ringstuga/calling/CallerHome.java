package se.ringstuga.calling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.events.OfferedEvents;

/**
 * What a caller sees before asking for somebody to call; no person in it.
 *
 * @param organizationName whose promise of confidentiality is asked for
 * @param promiseAccepted whether the current version of the promise was accepted (rule 15)
 * @param limit the limit that stands in the way until the organizer lifts it (rule 7), null when none
 * @param paused new claims are refused for now
 * @param closed the assignment is closed or over: only reports are taken
 * @param callingHoursFrom local time of day, with the time in {@code zone}
 * @param calls the caller's own reported calls
 * @param callsTonight those since the last midnight
 * @param tags what the organizer lets callers put on people
 * @param events those ahead that the organizer lets callers sign people up for
 * @param unreported dialled calls nobody has told about: "Hur gick samtalet?" (rule 6)
 */
public record CallerHome(
        long callerId,
        long assignmentId,
        long organizationId,
        String callerName,
        String organizationName,
        String title,
        Script script,
        boolean promiseAccepted,
        @Nullable CallerLimit limit,
        boolean paused,
        boolean closed,
        String callingHoursFrom,
        String callingHoursTo,
        String zone,
        long calls,
        long reached,
        long callsTonight,
        List<UnreportedCall> unreported,
        List<OfferedTag> tags,
        List<OfferedEvents.Offer> events) {

    /** A dialled call that was never reported: the caller may still tell how it went. */
    public record UnreportedCall(long claimId, String givenName, Instant dialledAt, LocalDate day) {}
}
