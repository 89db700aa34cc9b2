package se.ringstuga.messaging.sms;

import java.util.Map;
import java.util.Optional;
import se.ringstuga.messaging.gateway.DeliveryStatus;

/** Twilio's words for how far a message has come. Those that it will add some day mean nothing to us until then. */
final class TwilioStatus {

    private static final Map<String, DeliveryStatus> WORDS = Map.of(
            "accepted", DeliveryStatus.ACCEPTED,
            "scheduled", DeliveryStatus.ACCEPTED,
            "queued", DeliveryStatus.ACCEPTED,
            "sending", DeliveryStatus.ACCEPTED,
            "sent", DeliveryStatus.SENT,
            "undelivered", DeliveryStatus.UNDELIVERED,
            "failed", DeliveryStatus.FAILED,
            "canceled", DeliveryStatus.FAILED,
            "delivered", DeliveryStatus.DELIVERED,
            "read", DeliveryStatus.DELIVERED);

    private TwilioStatus() {}

    static Optional<DeliveryStatus> of(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }
}
