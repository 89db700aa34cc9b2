package se.ringstuga.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import se.ringstuga.accounts.Actor;
import se.ringstuga.contact.ReplayedDecisions;
import se.ringstuga.fence.Fence;
import se.ringstuga.fence.FenceConfig;
import se.ringstuga.fence.Hold;
import se.ringstuga.fence.Journal;
import se.ringstuga.fence.JournalEntry;

/**
 * Lets a restored database act again (rule 27): what fell due is over, what people decided is told again, what they texted
 * is fetched, and only then the fence is written anew. Each step can be done twice; killed in between, the hold stands.
 */
@ApplicationScoped
class HoldRelease {

    private static final Logger LOG = Logger.getLogger(HoldRelease.class);

    /** Clocks differ, and the last minute before a backup is not noted to the second. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final Fence fence;
    private final FenceConfig config;
    private final Journal journal;
    private final ReplayedDecisions decisions;
    private final OverdueMessages overdue;
    private final MissedTexts texts;
    private final MonthlyBroadcasts monthly;
    private final Event<GapLeft> gapLeft;
    private final Clock clock;

    HoldRelease(
            Fence fence,
            FenceConfig config,
            Journal journal,
            ReplayedDecisions decisions,
            OverdueMessages overdue,
            MissedTexts texts,
            MonthlyBroadcasts monthly,
            Event<GapLeft> gapLeft,
            Clock clock) {
        this.fence = fence;
        this.config = config;
        this.journal = journal;
        this.decisions = decisions;
        this.overdue = overdue;
        this.texts = texts;
        this.monthly = monthly;
        this.gapLeft = gapLeft;
        this.clock = clock;
    }

    /** The last one may come from the server's own environment, naming the hold by its code. */
    void start(@Observes StartupEvent event) {
        config.releaseHold()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .ifPresent(code -> fence.look().ifPresent(hold -> {
                    if (hold.code().equals(code)) {
                        LOG.infof("The hold was released by RINGSTUGA_RELEASE_HOLD: %s", release(Actor.SYSTEM, false));
                    } else {
                        LOG.warnf("RINGSTUGA_RELEASE_HOLD does not name this hold, whose code is %s", hold.code());
                    }
                }));
    }

    HoldView view() {
        return fence.hold()
                .map(hold -> new HoldView(
                        hold.reasons(),
                        hold.noticedAt(),
                        hold.lastActivity(),
                        clock.instant(),
                        overdue.due(),
                        journal.isKept(),
                        decisionsSince(hold),
                        texts.canBeFetched()))
                .orElseGet(
                        () -> new HoldView(Set.of(), null, null, null, 0, journal.isKept(), 0, texts.canBeFetched()));
    }

    /**
     * Outside of any transaction, since the provider is asked in between.
     *
     * @param withoutTexts release also when what people texted cannot be fetched
     * @throws ListUnavailable when it cannot be, and that was not said
     */
    HoldView.Released release(Actor actor, boolean withoutTexts) {
        var hold = fence.look().orElse(null);
        if (hold == null) {
            return new HoldView.Released(0, 0, 0);
        }
        var expired = expired();
        var entries = journaled(hold);
        int replayed = QuarkusTransaction.requiringNew().call(() -> decisions.replay(entries));
        var fetched = texts.fetch(hold.lastActivity());
        if (fetched.isEmpty() && !withoutTexts) {
            throw new ListUnavailable();
        }
        monthly.leaveTheGapToPeople();
        gapLeft.fire(new GapLeft(hold.lastActivity()));
        QuarkusTransaction.requiringNew().run(() -> fence.release(actor.toString()));
        fence.look();
        return new HoldView.Released(expired, replayed, fetched.orElse(0));
    }

    /** What the answers to texts fetched afterwards add is not over yet. */
    private int expired() {
        var all = 0;
        for (var some = overdue.expireDue(); some > 0; some = overdue.expireDue()) {
            all += some;
        }
        return all;
    }

    private List<JournalEntry> journaled(Hold hold) {
        try {
            return journal.since(beginningOfGap(hold));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private int decisionsSince(Hold hold) {
        try {
            return journal.countSince(beginningOfGap(hold));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Instant beginningOfGap(Hold hold) {
        return hold.lastActivity().minus(MARGIN);
    }
}
