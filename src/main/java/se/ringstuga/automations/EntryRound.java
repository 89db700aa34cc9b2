package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Lets in who has come to one automation since it was looked at last, in a transaction of its own. */
@ApplicationScoped
class EntryRound {

    private static final int MOST = 5_000;

    /** What an import brings is looked at at once. */
    private static final Duration OFTEN = Duration.ofMinutes(1);

    private final Automations automations;
    private final Entries entries;
    private final Flows flows;
    private final FlowCalendars calendars;
    private final Clock clock;

    EntryRound(Automations automations, Entries entries, Flows flows, FlowCalendars calendars, Clock clock) {
        this.automations = automations;
        this.entries = entries;
        this.flows = flows;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * What happened while nobody looked is caught up, with the time at which it happened. Where there are more than fit into one
     * round the next one goes on from the same moment. The automation is locked and read again: whoever pulls the kill switch or
     * writes it anew meanwhile waits, and finds everybody who came in.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int look(long id) {
        var now = clock.instant();
        return automations
                .lockToLook(id, now)
                .map(automation -> letIn(automation, now))
                .orElse(0);
    }

    private int letIn(Automation automation, Instant now) {
        var from = Objects.requireNonNull(automation.enterFrom());
        var since = Since.looked(
                Objects.requireNonNull(automation.lookedUntil()), now, from, calendars.of(automation.home()));
        var in = entries.enrol(
                new Entries.Entrance(automation, flows.of(automation).flow(), since),
                Entries.Admission.byTrigger(from, MOST));
        if (in.found() < MOST) {
            automations.looked(automation.id(), now, now.plus(OFTEN));
        }
        return in.entered();
    }
}
