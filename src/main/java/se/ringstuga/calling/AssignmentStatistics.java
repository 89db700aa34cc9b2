package se.ringstuga.calling;

import java.util.List;
import java.util.Map;

/**
 * Figures that add up: {@code people = queued + cooling + beingCalled + withoutNumber + done}, and {@code calls} is the sum
 * of {@code byOutcome} and of the callers' calls.
 *
 * @param queued could be handed out now, were it within the hours
 * @param cooling wait: were called recently, were contacted as often as a week allows, asked for a time, or wait for the organizer
 * @param waitingForOrganizer those of {@code cooling} who wait for an organizer to handle a message
 * @param calls made: reported, or dialled and never reported
 * @param byOutcome each outcome, and {@code UNREPORTED} for dialled calls nobody told about
 */
public record AssignmentStatistics(
        long people,
        long queued,
        long cooling,
        long beingCalled,
        long withoutNumber,
        long done,
        long waitingForOrganizer,
        long calls,
        long reached,
        Map<String, Long> byOutcome,
        List<OfCaller> callers) {

    /** One caller's share. */
    public record OfCaller(long id, String name, long calls, long reached) {}
}
