package se.ringstuga.messaging.email;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.InstallationKey;

/** What carries e-mail in this installation, as configured. The start fails with a sentence where it is half done. */
@ApplicationScoped
public class EmailGateways {

    /** Exists nowhere. */
    private static final String SANDBOX_DOMAIN = "sandbox.invalid";

    private final EmailSetup setup;
    private final InstallationKey key;
    private final Clock clock;
    private final Instance<EmailGateway> sandboxes;
    private @Nullable SmtpGateway smtp;

    EmailGateways(
            EmailConfig config,
            @ConfigProperty(name = "ringstuga.demo", defaultValue = "false") boolean demo,
            InstallationKey key,
            Clock clock,
            @Any Instance<EmailGateway> sandboxes) {
        this.setup = EmailSetup.of(config, demo);
        this.key = key;
        this.clock = clock;
        this.sandboxes = sandboxes;
    }

    /** The bean is made when it is first used; a mistake is to be found before. */
    void start(@Observes StartupEvent event) {
        configured();
    }

    /** Empty where none is configured: every send is then refused with a sentence (rule 26). */
    public Optional<EmailGateway> configured() {
        return switch (setup.gateway()) {
            case NONE -> Optional.empty();
            case SANDBOX -> sandboxes.stream().findFirst();
            case SMTP -> setup.live().map(this::smtp);
        };
    }

    /** Whether e-mails land on a page instead of with people. */
    public boolean isSandbox() {
        return setup.gateway() == EmailConfig.Gateway.SANDBOX;
    }

    /** The domain of senders' addresses. */
    public String domain() {
        return setup.live().map(live -> live.server().heloName()).orElse(SANDBOX_DOMAIN);
    }

    /**
     * Reads one e-mail that came to a return path by another way than the mailbox, such as a mail server's pipe.
     *
     * @param deliveredTo the address it was delivered to, where the mail server tells
     */
    public Optional<Bounce> bounce(InputStream email, @Nullable String deliveredTo) {
        return setup.live().flatMap(live -> Bounce.read(email, deliveredTo, returnPaths(live)));
    }

    /**
     * Reads the bounce mailbox, where one is configured, without a transaction: the mail server takes its time.
     *
     * @param keeper keeps a report for good before it returns; where it throws, the report comes again next time
     * @return how many reports were kept
     */
    public int readBounces(Consumer<Bounce> keeper) {
        return setup.live()
                .flatMap(live -> live.bounces().map(server -> new BounceMailbox(server, returnPaths(live))))
                .map(mailbox -> mailbox.read(keeper))
                .orElse(0);
    }

    private synchronized EmailGateway smtp(EmailSetup.Live live) {
        var made = smtp;
        if (made == null) {
            made = new SmtpGateway(new MailWriter(live.dkim()), returnPaths(live), live.server(), clock);
            smtp = made;
        }
        return made;
    }

    private ReturnPaths returnPaths(EmailSetup.Live live) {
        return new ReturnPaths(key.derive("email-return-path"), live.bounceDomain());
    }

    @PreDestroy
    synchronized void stop() {
        if (smtp != null) {
            smtp.close();
        }
    }
}
