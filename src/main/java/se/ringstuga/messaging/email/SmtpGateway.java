package se.ringstuga.messaging.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.gateway.Refusal;

/** Hands e-mail to a mail server, each with a return path of its own. */
final class SmtpGateway implements EmailGateway, AutoCloseable {

    static final String NAME = "smtp";

    private static final Logger LOG = Logger.getLogger(SmtpGateway.class);

    private final MailWriter writer;
    private final ReturnPaths returnPaths;
    private final SmtpConnections connections;
    private final Clock clock;

    SmtpGateway(MailWriter writer, ReturnPaths returnPaths, SmtpServer server, Clock clock) {
        this.writer = writer;
        this.returnPaths = returnPaths;
        this.connections = new SmtpConnections(server);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome send(OutgoingEmail email) {
        InternetAddress to;
        try {
            to = MailWriter.address(email.to(), null);
        } catch (MessagingException _) {
            return new Outcome.Refused("address", Refusal.BAD_NUMBER);
        }
        var messageId = returnPaths.messageId(email.messageId(), email.attempt());
        try {
            var bytes = writer.write(email, messageId, clock.instant());
            var returnPath = returnPaths.of(email.messageId(), email.attempt());
            return send(new ReadyEmail(bytes, returnPath, to), messageId);
        } catch (MessagingException _) {
            LOG.warnf("Message %d has a sender that is no address", email.messageId());
            return new Outcome.Refused("sender-address", Refusal.SENDER);
        }
    }

    private Outcome send(ReadyEmail ready, String providerId) {
        var lent = connections.lend();
        if (lent == null) {
            return new Outcome.TryLater(Duration.ofSeconds(10), "every connection to the mail server is busy");
        }
        try (lent) {
            lent.open();
            lent.connection().send(ready);
            lent.keep();
        } catch (MessagingException failed) {
            LOG.debugf("An e-mail was not taken: %s", lent.connection().stage());
        }
        return SmtpReplies.outcome(lent.connection(), providerId);
    }

    @Override
    public void close() {
        connections.close();
    }
}
