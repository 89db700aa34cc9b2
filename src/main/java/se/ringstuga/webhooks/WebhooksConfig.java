package se.ringstuga.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks leave. */
@ConfigMapping(prefix = "ringstuga.webhooks")
interface WebhooksConfig {

    /** The longest that a whole call takes; a server that is slower has not got it. */
    @WithDefault("5s")
    Duration timeout();

    /** After this somebody else may take a delivery over: longer than any call and what is written after it. */
    @WithDefault("30s")
    Duration lease();

    /** Calls under way at once from one instance. */
    @WithDefault("20")
    int atOnce();

    /** Of these to one endpoint, so that one that hangs leaves room for the others. */
    @WithDefault("8")
    int toOne();

    /** For how long an endpoint goes on failing before it is switched off. */
    @WithDefault("36h")
    Duration patience();

    /** For how long both secrets sign after one was replaced. */
    @WithDefault("24h")
    Duration overlap();

    /** Lets tests reach a server on this machine by http; any other start with it is refused. */
    @WithDefault("false")
    boolean onlyThisMachine();
}
