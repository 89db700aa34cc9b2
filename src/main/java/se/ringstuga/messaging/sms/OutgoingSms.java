package se.ringstuga.messaging.sms;

import java.time.Duration;

/**
 * One attempt at one message.
 *
 * @param messageId ours; travels along and comes back with every event of the provider
 * @param attempt from 1; tells the events of one attempt from those of another
 * @param sender a number in E.164, or up to eleven letters that nobody can answer
 * @param to E.164
 * @param text as {@link SmsText#text()} has it
 * @param validity how long the operators may keep trying to reach the phone; at least {@link #SHORTEST_VALIDITY}
 */
public record OutgoingSms(long messageId, int attempt, String sender, String to, String text, Duration validity) {

    /** Below a minute many operators do not even try. */
    public static final Duration SHORTEST_VALIDITY = Duration.ofMinutes(1);

    public OutgoingSms {
        if (validity.compareTo(SHORTEST_VALIDITY) < 0) {
            throw new IllegalArgumentException("no operator tries for " + validity);
        }
    }
}
