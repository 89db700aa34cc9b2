package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import se.ringstuga.contact.Channel;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.email.OutgoingEmail;
import se.ringstuga.messaging.sms.OutgoingSms;
import se.ringstuga.messaging.sms.SmsGateways;

/** Hands one attempt to whoever carries its channel. */
@ApplicationScoped
class Carriers {

    private final SmsGateways sms;
    private final EmailGateways email;
    private final Clock clock;

    Carriers(SmsGateways sms, EmailGateways email, Clock clock) {
        this.sms = sms;
        this.email = email;
        this.clock = clock;
    }

    /** @throws NoGateway when nobody carries the channel; that a call is no message is told by whoever reads the request */
    void require(Channel channel) {
        if (channel != Channel.CALL && !carries(channel)) {
            throw new NoGateway();
        }
    }

    boolean carries(Channel channel) {
        return switch (channel) {
            case SMS -> sms.configured().isPresent();
            case EMAIL -> email.configured().isPresent();
            case CALL -> false;
        };
    }

    /**
     * Exactly one call outside; never throws for what a provider or the network does. Without anybody to call, nothing was
     * begun.
     */
    Outcomes.Told carry(Attempt attempt) {
        if (!carries(attempt.channel())) {
            return new Outcomes.Told(attempt, "", null);
        }
        var letter = attempt.letter();
        return letter == null ? carrySms(attempt) : carryEmail(attempt, letter);
    }

    /** What is out of time since it was taken is not begun; the next claim puts it off or ends it. */
    private Outcomes.Told carrySms(Attempt attempt) {
        var gateway = sms.configured().orElseThrow();
        var left = Duration.between(clock.instant(), attempt.until());
        if (left.compareTo(OutgoingSms.SHORTEST_VALIDITY) < 0) {
            return new Outcomes.Told(attempt, "", null);
        }
        var outcome = gateway.send(new OutgoingSms(
                attempt.messageId(),
                attempt.number(),
                Objects.requireNonNull(attempt.sender()),
                attempt.address(),
                attempt.text(),
                left));
        return new Outcomes.Told(attempt, gateway.name(), outcome);
    }

    private Outcomes.Told carryEmail(Attempt attempt, Letter letter) {
        var gateway = email.configured().orElseThrow();
        var outcome = gateway.send(new OutgoingEmail(
                attempt.messageId(),
                attempt.number(),
                letter.mailbox() + "@" + email.domain(),
                letter.fromName(),
                letter.replyTo(),
                attempt.address(),
                Objects.requireNonNullElse(attempt.subject(), letter.fromName()),
                letter.html(),
                letter.text(),
                letter.pageUrl(),
                letter.oneClickUrl()));
        return new Outcomes.Told(attempt, gateway.name(), outcome);
    }
}
