package se.ringstuga.jobs;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import org.jboss.logging.Logger;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;
import se.ringstuga.fence.Fence;
import se.ringstuga.organizations.ClosedDays;

/**
 * Tells whoever works in an organization what waits for them, daily or weekly; nothing where nothing waits, and not on closed
 * days. Each organization is a transaction of its own, so that one that fails holds up no other. A copy of a database tells
 * nobody.
 */
@ApplicationScoped
class DigestJob {

    private static final Logger LOG = Logger.getLogger(DigestJob.class);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration SOON = Duration.ofDays(14);

    private final Digests digests;
    private final ClosedDays closedDays;
    private final Fence fence;
    private final Notices notices;
    private final Clock clock;

    DigestJob(Digests digests, ClosedDays closedDays, Fence fence, Notices notices, Clock clock) {
        this.digests = digests;
        this.closedDays = closedDays;
        this.fence = fence;
        this.notices = notices;
        this.clock = clock;
    }

    /** How many were told. */
    int run() {
        if (!fence.mayAct()) {
            return 0;
        }
        var told = 0;
        for (var some = digests.due(0);
                !some.isEmpty();
                some = digests.due(some.getLast().organizationId())) {
            for (var due : some) {
                told += open(due) && tell(due) ? 1 : 0;
            }
        }
        return told;
    }

    private boolean open(Digests.Due due) {
        return !closedDays.closed(due.organizationId(), due.today());
    }

    private boolean tell(Digests.Due due) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> digests.claim(due) && worthTelling(due));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "The digest of organization %d failed and is tried again", due.organizationId());
            return false;
        }
    }

    private boolean worthTelling(Digests.Due due) {
        var now = clock.instant();
        var zone = closedDays.calendar(due.organizationId()).zone();
        var since = due.last()
                .map(day -> day.atStartOfDay(zone).toInstant())
                .filter(last -> last.isAfter(now.minus(WEEK)))
                .orElse(now.minus(WEEK));
        var waiting = digests.waiting(due, since, now.plus(SOON));
        digests.forgetFormer(due.organizationId());
        if (waiting.nothing()) {
            return false;
        }
        var details = new HashMap<>(waiting.counts());
        details.put("organization", due.organization());
        notices.tellWhoWants(due.organizationId(), new Notice(Notice.Kind.DIGEST, "digest", details));
        return true;
    }
}
