package se.ringstuga.messaging.sms;

import se.ringstuga.messaging.gateway.Outcome;

/** Who carries text messages. */
public interface SmsGateway {

    /** As in the configuration, in stored events and in the addresses that the provider calls: {@code twilio}, {@code 46elks}. */
    String name();

    /**
     * Makes exactly one attempt and waits for its outcome, within bounds. Never throws for what a provider or a network
     * does. To be called outside any transaction.
     */
    Outcome send(OutgoingSms sms);
}
