package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import se.ringstuga.contact.Channel;
import se.ringstuga.messaging.sms.OutgoingSms;
import se.ringstuga.messaging.sms.SmsGateways;

/** Hands one attempt to whoever carries its channel. */
@ApplicationScoped
class Carriers {

    private final SmsGateways sms;
    private final Clock clock;

    Carriers(SmsGateways sms, Clock clock) {
        this.sms = sms;
        this.clock = clock;
    }

    /** @throws NoGateway when nobody carries the channel */
    void require(Channel channel) {
        if (channel != Channel.CALL && !carries(channel)) {
            throw new NoGateway();
        }
    }

    boolean carries(Channel channel) {
        return channel == Channel.SMS && sms.configured().isPresent();
    }

    /** Exactly one call outside; never throws for what a provider or the network does. */
    Outcomes.Told carry(Attempt attempt) {
        var gateway = sms.configured().orElseThrow();
        var left = Duration.between(clock.instant(), attempt.until());
        var outcome = gateway.send(new OutgoingSms(
                attempt.messageId(),
                attempt.number(),
                Objects.requireNonNull(attempt.sender()),
                attempt.address(),
                attempt.text(),
                left));
        return new Outcomes.Told(attempt, gateway.name(), outcome);
    }
}
