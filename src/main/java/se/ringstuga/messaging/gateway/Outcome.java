package se.ringstuga.messaging.gateway;

import java.time.Duration;

/**
 * What one attempt at one message came to. The four differ in what may follow: only after {@link TryLater} is it certain
 * that nothing was sent and right to try again; after {@link Unknown} another attempt may be the second message.
 */
public sealed interface Outcome {

    /**
     * The provider has taken the message over.
     *
     * @param providerId the provider's own id of it, under which it tells what became of it
     */
    record Accepted(String providerId) implements Outcome {}

    /**
     * The provider will not carry this message, now or later.
     *
     * @param code the provider's own code, for people who look it up; never empty
     */
    record Refused(String code, Refusal kind) implements Outcome {}

    /**
     * Nothing was sent: the provider asked to be spared, or was not reached at all.
     *
     * @param after the shortest wait before the next attempt
     * @param why a short text for the log and the queue's page, without address or content
     */
    record TryLater(Duration after, String why) implements Outcome {}

    /**
     * Nobody knows whether it was sent. Never to be sent again by itself.
     *
     * @param why a short text for the log and the queue's page, without address or content
     */
    record Unknown(String why) implements Outcome {}
}
