package se.ringstuga.messaging.email;

import se.ringstuga.messaging.gateway.Outcome;

/** What carries e-mail to people. */
public interface EmailGateway {

    /** As it stands on messages and events: {@code smtp}, or a sandbox's own. */
    String name();

    /**
     * Makes exactly one attempt and comes back within {@link EmailConfig#timeout()}. Never throws for what a mail server
     * or the network does.
     */
    Outcome send(OutgoingEmail email);
}
