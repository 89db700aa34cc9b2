package se.ringstuga.messaging.sms;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.messaging.gateway.DeliveryStatus;

/**
 * A message in the provider's own list. It does not know our ids: who looks for an attempt compares number, text and
 * time.
 *
 * @param text as the provider keeps it; empty once it has been redacted there
 * @param created when the provider took it, to the second
 * @param status empty for a word we do not know
 * @param code what went wrong, in the provider's words
 * @param price in all, never negative, once it is known
 * @param currency of the price, ISO 4217
 */
public record ListedSms(
        String providerId,
        String sender,
        String to,
        String text,
        @Nullable Instant created,
        Optional<DeliveryStatus> status,
        @Nullable String code,
        @Nullable BigDecimal price,
        @Nullable String currency) {}
