package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** What providers sent is about people, and not kept for longer than a mistake takes to be found. */
@ApplicationScoped
public class HookUpkeep {

    private static final Duration KEPT = Duration.ofDays(14);
    private static final int BATCH = 5000;

    private final ProviderHooks hooks;
    private final Clock clock;

    HookUpkeep(ProviderHooks hooks, Clock clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    /** Says how many calls were removed, at most one batch. */
    @Transactional
    public int removeOld() {
        return hooks.remove(clock.instant().minus(KEPT), BATCH);
    }
}
