package se.ringstuga.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import se.ringstuga.messaging.email.Bounce;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.gateway.Refusal;

/** What mail servers tell of e-mails after they took them: a message's fate, and that an address is dead. */
@ApplicationScoped
public class Bounces {

    private final EmailGateways gateways;
    private final ProviderNews news;
    private final Refusals refusals;

    Bounces(EmailGateways gateways, ProviderNews news, Refusals refusals) {
        this.gateways = gateways;
        this.news = news;
        this.refusals = refusals;
    }

    /** Reads the mailbox that return paths lead to; says how many reports were new. Each is kept before it is taken out. */
    public int read() {
        return gateways.readBounces(bounce -> QuarkusTransaction.requiringNew().run(() -> take(bounce)));
    }

    private void take(Bounce bounce) {
        news.apply(List.of(bounce.event()));
        if (bounce.hard()) {
            refusals.follow(List.of(new Refusals.Refused(bounce.event().messageId(), Refusal.BAD_NUMBER)));
        }
    }
}
