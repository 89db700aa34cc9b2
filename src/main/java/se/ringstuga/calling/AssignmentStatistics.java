package se.ringstuga.calling;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Figures that add up: {@code people = queued + cooling + beingCalled + withoutNumber + done}, and {@code calls} is the sum
 * of {@code byOutcome}, of the callers' calls and, for an assignment of a month at most, of the evenings'.
 *
 * @param queued could be handed out now, were it within the hours
 * @param cooling wait: were called recently, were contacted as often as a week allows, asked for a time, or wait for the organizer
 * @param waitingForOrganizer those of {@code cooling} who wait for an organizer to handle a message
 * @param doneBecause why those of {@code done} are done: {@code GOAL}, {@code MAX_ATTEMPTS}, an outcome, a rule of contact
 * @param calls made: reported, or dialled and never reported
 * @param answered calls in which every required question was answered
 * @param partlyAnswered calls in which some were
 * @param byOutcome each outcome, and {@code UNREPORTED} for dialled calls nobody told about
 * @param evenings the last days on which somebody called, oldest first
 */
public record AssignmentStatistics(
        long people,
        long queued,
        long cooling,
        long beingCalled,
        long withoutNumber,
        long done,
        long waitingForOrganizer,
        Map<String, Long> doneBecause,
        long calls,
        long reached,
        long answered,
        long partlyAnswered,
        Map<String, Long> byOutcome,
        List<OfCaller> callers,
        List<OfEvening> evenings) {

    /** One caller's share. */
    public record OfCaller(long id, String name, long calls, long reached) {}

    /** One day's calls, by the organization's clock. */
    public record OfEvening(LocalDate day, long calls, long reached) {}
}
