package se.ringstuga.messaging;

import se.ringstuga.messaging.sms.InboundSms;

/**
 * Somebody has texted to one of our numbers. Told in the transaction that reads it, and told again when that one fails: an
 * observer that must not act twice goes by the gateway and the provider's id.
 */
public record SmsReceived(InboundSms sms) {}
