package se.ringstuga.messaging.sms;

/**
 * What somebody texted to one of our numbers. The number it seems to come from can be forged by anybody.
 *
 * @param providerId the provider's own id; the same one again is the same message told twice
 * @param from E.164 for people; short numbers and names occur
 */
public record InboundSms(String gateway, String providerId, String from, String to, String text) {}
