package se.ringstuga.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** What an installation may change about sending. */
@ConfigMapping(prefix = "ringstuga.messaging")
public interface MessagingConfig {

    /** Whether this instance sends; another one may do it for all. */
    @WithDefault("true")
    boolean loop();

    /**
     * At most so many messages are handed to providers at the same moment by one instance; no more than there are
     * connections ({@code ringstuga.sms.connections}), or the rest would wait for one in vain.
     */
    @WithDefault("20")
    int atOnce();

    /** At most so many are taken out of the queue in one transaction. */
    @WithDefault("20")
    int batch();

    /** How long an instance may take for what it has taken; afterwards the fate of what it began is unknown. */
    @WithDefault("3m")
    Duration lease();

    /** The longest that one attempt can take; what would outlast the lease is not begun. */
    @WithDefault("75s")
    Duration longestAttempt();

    /** After so long without a word from the provider a message of unknown fate counts as failed. */
    @WithDefault("24h")
    Duration reconcileAfter();

    /**
     * How many SEK a unit of the currency is that a provider names prices in; what is reckoned need not be exact. Prices in
     * another currency are not believed, and the estimate stays.
     */
    Map<String, BigDecimal> sekPer();
}
