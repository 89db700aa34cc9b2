package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.ringstuga.fence.Fence;
import se.ringstuga.messaging.sms.LoggedRefusal;
import se.ringstuga.messaging.sms.RefusalLog;

/**
 * Refusals that nobody heard, since the instance to which they were answered was killed: looked for in the provider's log.
 * The log says which attempt was refused, so nothing is guessed.
 */
@ApplicationScoped
class LoggedRefusals {

    private static final Logger LOG = Logger.getLogger(LoggedRefusals.class);

    /** How long after the beginning of an attempt its refusal can be dated. */
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private static final int MOST_PAGES = 30;

    /** Each is a request; a look must end before the next. Those nearest in time are looked into first. */
    private static final int MOST_ENTRIES = 200;

    private static final int MOST_KNOWN = 20_000;

    private final ListedMessages messages;
    private final ProviderLists lists;
    private final Outcomes outcomes;
    private final Fence fence;
    private final MessagingConfig config;
    private final Clock clock;

    /** Entries that tell nothing which is not known already. */
    private final Set<String> known = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_KNOWN;
        }
    });

    LoggedRefusals(
            ListedMessages messages,
            ProviderLists lists,
            Outcomes outcomes,
            Fence fence,
            MessagingConfig config,
            Clock clock) {
        this.messages = messages;
        this.lists = lists;
        this.outcomes = outcomes;
        this.fence = fence;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Settles attempts of unknown fate that were begun not longer ago. Cheap when there are none.
     *
     * @return how many were refused
     */
    synchronized int settle(RefusalLog log, Duration youngerThan) {
        var now = clock.instant();
        var unsure = messages.unsure(
                now.minus(Reconciliation.DAYS), now.minus(config.settleAfter()), Reconciliation.MOST_UNSURE);
        var wanted = unsure.stream()
                .filter(sent -> !sent.open() && sent.startedAt().isAfter(now.minus(youngerThan)))
                .toList();
        if (wanted.isEmpty() || !fence.mayAct()) {
            return 0;
        }
        var told = told(log, nearest(entries(log, wanted), wanted), unsure);
        if (told.isEmpty() || !fence.mayAct()) {
            return 0;
        }
        outcomes.record(told, ListedMessages.GATEWAY);
        LOG.infof("%d messages of unknown fate stand as refused in the provider's log", told.size());
        return told.size();
    }

    /** As far as the log can be read: what it tells holds without the rest. */
    private List<LoggedRefusal> entries(RefusalLog log, List<ListMatch.Sent> wanted) {
        var entries = new ArrayList<LoggedRefusal>();
        var first = log.first(
                wanted.getFirst().startedAt().minus(ListMatch.SKEW),
                wanted.getLast().startedAt().plus(WITHIN));
        lists.read(first, log::next, MOST_PAGES, entries::addAll);
        return entries;
    }

    private record Near(LoggedRefusal entry, Duration distance) {}

    private List<LoggedRefusal> nearest(List<LoggedRefusal> entries, List<ListMatch.Sent> wanted) {
        var starts = wanted.stream().map(ListMatch.Sent::startedAt).collect(Collectors.toCollection(TreeSet::new));
        return entries.stream()
                .filter(entry -> !known.contains(entry.id()))
                .flatMap(entry -> distance(entry.at(), starts).map(distance -> new Near(entry, distance)).stream())
                .sorted(Comparator.comparing(Near::distance))
                .limit(MOST_ENTRIES)
                .map(Near::entry)
                .toList();
    }

    /** Empty where no attempt was begun at about that time. */
    private static Optional<Duration> distance(Instant at, NavigableSet<Instant> starts) {
        return Stream.of(Optional.ofNullable(starts.floor(at)), Optional.ofNullable(starts.ceiling(at)))
                .flatMap(Optional::stream)
                .filter(start -> isOf(start, at))
                .map(start -> Duration.between(start, at).abs())
                .min(Comparator.naturalOrder());
    }

    private static boolean isOf(Instant start, Instant at) {
        return !start.isBefore(at.minus(WITHIN)) && !start.isAfter(at.plus(ListMatch.SKEW));
    }

    private List<Outcomes.Told> told(RefusalLog log, List<LoggedRefusal> entries, List<ListMatch.Sent> unsure) {
        var attempts = unsure.stream().collect(Collectors.toMap(ListMatch.Sent::messageId, Function.identity()));
        var told = new ArrayList<Outcomes.Told>();
        for (var entry : entries) {
            switch (log.request(entry)) {
                case RefusalLog.Request.Unavailable(String why) -> {
                    LOG.infof("The provider's log could not be read to its end this time: %s", why);
                    return told;
                }
                case RefusalLog.Request.NotOurs() -> known.add(entry.id());
                case RefusalLog.Request.Ours(long message, int attempt) ->
                    refused(attempts.get(message), attempt, entry).ifPresent(told::add);
            }
        }
        return told;
    }

    /** Of one that is open the answer may still come, and its entry is read again. */
    private Optional<Outcomes.Told> refused(ListMatch.@Nullable Sent sent, int attempt, LoggedRefusal entry) {
        if (sent == null || sent.attempt() != attempt || !isOf(sent.startedAt(), entry.at())) {
            known.add(entry.id());
            return Optional.empty();
        }
        return sent.open()
                ? Optional.empty()
                : Optional.of(new Outcomes.Told(sent.messageId(), attempt, ListedMessages.GATEWAY, entry.refusal()));
    }
}
