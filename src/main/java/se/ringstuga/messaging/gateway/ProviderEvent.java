package se.ringstuga.messaging.gateway;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a provider told about one message after it was handed over, put into our words. It can come before the
 * answer to the attempt itself, twice, or never.
 *
 * @param gateway the name of the gateway that was told
 * @param providerId the provider's own id of the message
 * @param messageId our id of it, which travelled with the attempt
 * @param attempt from 1
 * @param code the provider's own code of what went wrong
 * @param price what it cost in all, never negative, where the provider tells
 * @param currency of the price, ISO 4217
 */
public record ProviderEvent(
        String gateway,
        String providerId,
        long messageId,
        int attempt,
        DeliveryStatus status,
        @Nullable String code,
        @Nullable BigDecimal price,
        @Nullable String currency) {}
