package se.ringstuga.messaging.sms;

import se.ringstuga.messaging.gateway.Outcome;

/** Whoever carries SMS. */
public interface SmsGateway {

    /** As it stands in the configuration and in the account of each message. */
    String name();

    /** Exactly one attempt; what a provider or a network does is an {@link Outcome}, never an exception. */
    Outcome send(OutgoingSms sms);
}
