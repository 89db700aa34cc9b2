package se.ringstuga.messaging.sms;

import java.time.Duration;

/**
 * One SMS to one number.
 *
 * @param attempt from 1; travels with the message, so that what the provider tells can be told apart
 * @param sender a number in E.164, or up to eleven letters and digits
 * @param to a mobile number in E.164
 * @param validity for how long the provider may go on trying
 */
public record OutgoingSms(long messageId, int attempt, String sender, String to, String text, Duration validity) {}
