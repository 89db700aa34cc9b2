package se.ringstuga.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;

/**
 * A message that this instance has taken out of the queue and may hand to its provider once.
 *
 * @param number from 1
 * @param sender the address an SMS comes from; null for an email
 * @param text what is kept of it: of an email the plain text
 * @param letter what else an email has; null for an SMS
 * @param until it must not arrive later, in its own time and before the quiet hours that bind it
 */
record Attempt(
        long messageId,
        int number,
        Channel channel,
        @Nullable String sender,
        String address,
        @Nullable String subject,
        String text,
        @Nullable Letter letter,
        Instant until) {}
