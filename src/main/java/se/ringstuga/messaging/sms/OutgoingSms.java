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
 * @param validity how long the operators may keep trying to reach the phone
 */
public record OutgoingSms(long messageId, int attempt, String sender, String to, String text, Duration validity) {}
