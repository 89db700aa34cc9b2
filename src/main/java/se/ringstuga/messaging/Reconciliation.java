package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.ringstuga.fence.Fence;
import se.ringstuga.messaging.sms.ListedSms;
import se.ringstuga.messaging.sms.SmsGateways;
import se.ringstuga.messaging.sms.SmsList;
import se.ringstuga.messaging.sms.TwilioMessages;

/**
 * Compares what we know with the provider's list of messages and with its log of those that it refused: pages are read outside
 * of any transaction, and each is taken over in one of its own, so that whoever is killed in between loses nothing. 46elks has
 * neither.
 */
@ApplicationScoped
public class Reconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    /** Lists lag, and prices come later still. */
    static final Duration DAYS = Duration.ofDays(3);

    /** What the list goes by is when a message was handed on, hours after it was taken on a bad day. */
    private static final Duration HANDED_ON_WITHIN = Duration.ofHours(6);

    static final int MOST_UNSURE = 2000;
    private static final int MOST_SINGLE_NUMBERS = 20;
    private static final int MOST_PAGES = 1000;

    /** A look every few minutes must end before the next; what lies in a longer list is asked for by its number. */
    private static final int MOST_PAGES_A_LOOK = 30;

    /** Whatever the list has not told of in that time is looked for once an hour. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private final ListedMessages messages;
    private final LoggedRefusals refusals;
    private final ProviderLists lists;
    private final SmsGateways gateways;
    private final Fence fence;
    private final MessagingConfig config;
    private final Clock clock;
    private Instant olderLookedFor = Instant.MIN;
    private int turn;

    Reconciliation(
            ListedMessages messages,
            LoggedRefusals refusals,
            ProviderLists lists,
            SmsGateways gateways,
            Fence fence,
            MessagingConfig config,
            Clock clock) {
        this.messages = messages;
        this.refusals = refusals;
        this.lists = lists;
        this.gateways = gateways;
        this.fence = fence;
        this.config = config;
        this.clock = clock;
    }

    /** Looks for those of unknown fate. Cheap when there are none. */
    public void settleUnknown() {
        list().ifPresent(this::settleUnknown);
        settleRefused(YOUNG);
    }

    /** Takes over everything that the list tells of the last days: late words, prices, and those of unknown fate. */
    public void compareAll() {
        list().ifPresent(this::compareAll);
        settleRefused(DAYS);
    }

    private void settleRefused(Duration youngerThan) {
        if (fence.mayAct()) {
            gateways.twilioRefusals().ifPresent(log -> refusals.settle(log, youngerThan));
        }
    }

    private Optional<SmsList> list() {
        return fence.mayAct() ? gateways.twilioMessages().map(list -> list) : Optional.empty();
    }

    /** Says how many were settled. */
    synchronized int settleUnknown(SmsList list) {
        var now = clock.instant();
        var unsure = messages.unsure(now.minus(DAYS), now.minus(config.settleAfter()), MOST_UNSURE);
        var wanted = wanted(unsure, now);
        if (wanted.isEmpty()) {
            return 0;
        }
        var candidates = new Candidates(unsure);
        return looked(list, wanted, candidates) ? settle(unsure, candidates) : 0;
    }

    /** Those that are to be looked for this time; the open ones may still be told of by themselves. */
    private List<ListMatch.Sent> wanted(List<ListMatch.Sent> unsure, Instant now) {
        var all = unsure.stream().filter(sent -> !sent.open()).toList();
        // A clock that was set back must not keep them waiting.
        if (olderLookedFor.isAfter(now) || !olderLookedFor.isAfter(now.minus(YOUNG))) {
            olderLookedFor = now;
            return all;
        }
        return all.stream()
                .filter(sent -> sent.startedAt().isAfter(now.minus(YOUNG)))
                .toList();
    }

    /** A few numbers are asked for one by one, many in one go; where that is too long, a few after the others in turn. */
    private boolean looked(SmsList list, List<ListMatch.Sent> wanted, Candidates candidates) {
        var numbers = wanted.stream().map(ListMatch.Sent::to).distinct().toList();
        if (numbers.size() <= MOST_SINGLE_NUMBERS) {
            return lookedByNumber(list, numbers, wanted, candidates);
        }
        var all = new ArrayList<ListedSms>();
        if (read(list, window(null, wanted), MOST_PAGES_A_LOOK, page -> all.addAll(candidates.among(page)))) {
            candidates.add(all);
            return true;
        }
        var some = new ArrayList<String>();
        for (var n = 0; n < MOST_SINGLE_NUMBERS; n++) {
            some.add(numbers.get(Math.floorMod(turn++, numbers.size())));
        }
        return lookedByNumber(list, some, wanted, candidates);
    }

    private boolean lookedByNumber(
            SmsList list, List<String> numbers, List<ListMatch.Sent> wanted, Candidates candidates) {
        for (var number : numbers) {
            if (!read(list, window(number, wanted), MOST_PAGES_A_LOOK, candidates::add)) {
                return false;
            }
        }
        return true;
    }

    private static TwilioMessages.Window window(@Nullable String number, List<ListMatch.Sent> wanted) {
        return new TwilioMessages.Window(
                number,
                wanted.getFirst().startedAt().minus(ListMatch.SKEW),
                wanted.getLast().startedAt().plus(HANDED_ON_WITHIN));
    }

    /** Says how many were settled or corrected. */
    int compareAll(SmsList list) {
        var now = clock.instant();
        var unsure = messages.unsure(now.minus(DAYS), now.minus(config.settleAfter()), MOST_UNSURE);
        var candidates = new Candidates(unsure);
        var taken = new int[1];
        var whole = read(list, new TwilioMessages.Window(null, now.minus(DAYS), now), MOST_PAGES, page -> {
            taken[0] += messages.takeOver(page);
            candidates.add(page);
        });
        return taken[0] + (whole ? settle(unsure, candidates) : 0);
    }

    private int settle(List<ListMatch.Sent> unsure, Candidates candidates) {
        var unclaimed = messages.unclaimed(List.copyOf(candidates.listed));
        var settled = messages.settle(ListMatch.of(unsure, unclaimed));
        if (settled > 0) {
            LOG.infof("%d messages of unknown fate were found in the provider's list", settled);
        }
        return settled;
    }

    private boolean read(SmsList list, TwilioMessages.Window window, int most, Consumer<List<ListedSms>> reader) {
        return lists.read(list.first(window), list::next, most, reader);
    }

    /** What is listed for a number and text that somebody is looked for by. */
    private static final class Candidates {

        private final HashSet<String> wanted;
        private final List<ListedSms> listed = new ArrayList<>();

        Candidates(List<ListMatch.Sent> unsure) {
            this.wanted = unsure.stream()
                    .map(sent -> sent.to() + " " + sent.text())
                    .collect(Collectors.toCollection(HashSet::new));
        }

        void add(List<ListedSms> page) {
            listed.addAll(among(page));
        }

        List<ListedSms> among(List<ListedSms> page) {
            return page.stream()
                    .filter(sms -> wanted.contains(sms.to() + " " + sms.text()))
                    .toList();
        }
    }
}
