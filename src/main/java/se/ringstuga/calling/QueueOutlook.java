package se.ringstuga.calling;

import java.util.Map;

/**
 * Whom an assignment would call: {@code people} is the sum of the others, and {@code notCalled} counts by reason.
 *
 * @param callable could be called at once, were it within the hours
 * @param waiting were called recently, or contacted as often as a week allows; they come later
 * @param notCalled why people of the target will not be called: {@code NO_NUMBER}, {@code GOAL}, or a rule of contact
 */
public record QueueOutlook(long people, long callable, long waiting, Map<String, Long> notCalled) {

    /** Somebody whom it would call, in the order of the queue. */
    record Next(long personId, String name) {}
}
