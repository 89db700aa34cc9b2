package se.ringstuga.messaging.sms;

import java.time.Instant;
import se.ringstuga.messaging.gateway.Outcome;

/**
 * An entry in the provider's log: a message that it refused to take. Of which attempt stands only in the entry itself.
 *
 * @param id the provider's own id of the entry
 */
public record LoggedRefusal(String id, Outcome.Refused refusal, Instant at) {}
