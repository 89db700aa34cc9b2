package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import se.ringstuga.contact.MessagePolicy;

/**
 * Whom a text that is still being written goes to, counted a moment ago. At each pause in the typing the text alone is new:
 * who gets it follows from filter, purpose and channel, and to count that means to ask the policy of everybody.
 */
@ApplicationScoped
class RecentCounts {

    private static final Duration A_MOMENT = Duration.ofSeconds(20);
    private static final int MOST_KEPT = 16;

    /** Of more different texts so many are put into words at each pause, and stand for all of them. */
    private static final int MOST_TEXTS = 5000;

    private final Freezing freezing;
    private final NoticeByEmail notices;
    private final Lately<Asked, DrawnTexts.Drawn> texts;
    private final Lately<Asked, List<BroadcastAccount.Instead>> instead;

    RecentCounts(Freezing freezing, NoticeByEmail notices, Clock clock) {
        this.freezing = freezing;
        this.notices = notices;
        this.texts = new Lately<>(MOST_KEPT, A_MOMENT, clock);
        this.instead = new Lately<>(MOST_KEPT, A_MOMENT, clock);
    }

    /**
     * What makes a difference to the count.
     *
     * @param wanted as if it began at the epoch: what counts is how long it may take
     */
    private record Asked(Freezing.Wanted wanted, MessagePolicy.Limits limits, Set<String> used) {
        static Asked of(Freezing.Wanted wanted, MessagePolicy.Circumstances now, Collection<String> used) {
            var life = Duration.between(wanted.notBefore(), wanted.notAfter());
            return new Asked(wanted.at(Instant.EPOCH, Instant.EPOCH.plus(life)), now.limits(), Set.copyOf(used));
        }
    }

    /**
     * As {@link Freezing#count}.
     *
     * @return false when there are so many different texts that some stand for the others
     */
    boolean count(
            Freezing.Wanted wanted,
            MessagePolicy.Circumstances now,
            Collection<String> used,
            Consumer<Freezing.Group> reader) {
        var known = texts.get(Asked.of(wanted, now, used), () -> {
            var drawn = new DrawnTexts(MOST_TEXTS);
            freezing.count(wanted, now, used, drawn::add);
            return drawn.drawn();
        });
        known.groups().forEach(reader);
        return known.all();
    }

    /** As {@link NoticeByEmail#instead}. */
    List<BroadcastAccount.Instead> instead(Freezing.Wanted byEmail, MessagePolicy.Circumstances now) {
        return instead.get(Asked.of(byEmail, now, Set.of()), () -> notices.instead(byEmail, now));
    }
}
