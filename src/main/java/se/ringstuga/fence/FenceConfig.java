package se.ringstuga.fence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What an installation may say about whether it acts; the variables' own names stand in deploy/README.md. */
@ConfigMapping(prefix = "ringstuga.fence")
public interface FenceConfig {

    /** Off sends nothing to anybody, for all organizations at once. */
    @WithDefault("on")
    Sending sending();

    /** The file outside the database that opt-outs are written to as well. */
    Optional<String> journal();

    /** The code of a hold that a start is to release, as the log tells it; another hold has another code. */
    Optional<String> releaseHold();

    /** Of the embedded database; set by the main class. */
    Optional<String> dataDirectory();

    enum Sending {
        ON,
        OFF
    }
}
