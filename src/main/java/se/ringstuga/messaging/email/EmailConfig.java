package se.ringstuga.messaging.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How e-mail to people leaves. Credentials come from the environment alone; deploy/README.md names the variables. */
@ConfigMapping(prefix = "ringstuga.email")
public interface EmailConfig {

    /** Outside the demonstration nobody unless it is named: sends are then refused with a sentence (rule 26). */
    Optional<Gateway> gateway();

    /** Where nothing else is said, the server that mail to staff goes through. */
    Optional<String> host();

    @WithDefault("587")
    int port();

    /** Only {@code starttls} and {@code implicit} leave the machine. */
    @WithDefault("starttls")
    SmtpServer.Tls tls();

    Optional<String> username();

    Optional<String> password();

    /** The domain that senders' addresses belong to and that DKIM signs for. */
    Optional<String> domain();

    /** Where mail servers send what they could not deliver; the same domain where nothing else is said. */
    Optional<String> bounceDomain();

    Dkim dkim();

    Bounces bounces();

    @WithDefault("5s")
    Duration connectTimeout();

    /**
     * For one e-mail from beginning to end. Servers look through an e-mail before they answer, and what has not been
     * answered by then counts as unknown: generous, and the lease of a message must be longer.
     */
    @WithDefault("60s")
    Duration timeout();

    /** How many connections may be open at once from one instance. */
    @WithDefault("4")
    int connections();

    /** How many e-mails a second all instances together hand over; mail servers shut out whoever floods them. */
    @WithDefault("5")
    double perSecond();

    /** What carries e-mail. */
    enum Gateway {
        NONE,
        SANDBOX,
        SMTP
    }

    /** The key to sign with; without one the mail server has to. */
    interface Dkim {
        /** Names the key in the domain's DNS: {@code selector._domainkey.domain}. */
        Optional<String> selector();

        /** RSA, PKCS#8 in PEM. */
        Optional<String> privateKey();
    }

    /** The mailbox of the bounce domain, read by IMAP. Without a host, bounces are not read. */
    interface Bounces {
        Optional<String> host();

        @WithDefault("993")
        int port();

        @WithDefault("implicit")
        SmtpServer.Tls tls();

        Optional<String> username();

        Optional<String> password();
    }
}
