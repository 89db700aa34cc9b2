package se.ringstuga.messaging.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Who carries text messages. Credentials come from the environment alone; deploy/README.md names the variables. */
@ConfigMapping(prefix = "ringstuga.sms")
public interface SmsConfig {

    /** Outside the demonstration nobody unless one is named: sends are then refused with a sentence (rule 26). */
    Optional<String> gateway();

    Twilio twilio();

    @WithName("46elks")
    Elks elks();

    /** A connection that takes longer is given up; nothing was sent then. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** What has not been answered by then counts as unknown, and the lease of a message must be longer. */
    @WithDefault("10s")
    Duration timeout();

    /** How many requests may be under way at once from one instance. */
    @WithDefault("50")
    int connections();

    /** The gateways by the names that people write. */
    enum Gateway {
        NONE("none"),
        SANDBOX("sandbox"),
        TWILIO(TwilioGateway.NAME),
        ELKS(ElksGateway.NAME);

        private final String written;

        Gateway(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }

        static Optional<Gateway> of(String written) {
            return Stream.of(values())
                    .filter(gateway -> gateway.written.equals(written.strip()))
                    .findFirst();
        }
    }

    /** An account at Twilio. */
    interface Twilio {
        Optional<String> accountSid();

        /** Also the key of Twilio's signatures, which is why an API key cannot stand in for it. */
        Optional<String> authToken();

        /** The token that is being replaced, or that replaces: signatures made with it are good too. */
        Optional<String> secondAuthToken();

        /** A region has an address of its own, as {@code https://api.dublin.ie1.twilio.com}. */
        @WithDefault("https://api.twilio.com")
        String baseUrl();
    }

    /** An account at 46elks. */
    interface Elks {
        Optional<String> username();

        Optional<String> password();

        @WithDefault("https://api.46elks.com")
        String baseUrl();

        /** Checks and prices every message and sends none. */
        @WithDefault("false")
        boolean dryRun();
    }
}
