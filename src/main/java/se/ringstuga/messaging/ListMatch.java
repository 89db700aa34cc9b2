package se.ringstuga.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import se.ringstuga.messaging.sms.ListedSms;

/**
 * Finds attempts of unknown fate in the provider's list, which does not know our ids: by number, exact text and time. Where
 * it cannot be told which of several is which they are paired in their order, provided that there are as many on both
 * sides; otherwise nothing is guessed. That something is missing from the list proves nothing.
 */
final class ListMatch {

    /** How far the provider's clock may be behind ours. */
    static final Duration SKEW = Duration.ofMinutes(2);

    /** How long after the beginning of an attempt a provider may take it. */
    static final Duration WITHIN = Duration.ofHours(1);

    private ListMatch() {}

    /**
     * An attempt without the provider's id.
     *
     * @param open its own answer may still come: it takes part in the reckoning and is not settled
     */
    record Sent(long messageId, int attempt, String to, String text, Instant startedAt, boolean open) {

        boolean mayBe(ListedSms sms) {
            var created = sms.created();
            return created != null
                    && !created.isBefore(startedAt.minus(SKEW))
                    && !created.isAfter(startedAt.plus(WITHIN));
        }
    }

    record Found(Sent sent, ListedSms listed) {}

    private record Key(String to, String text) {}

    /** @param listed none of which is known to belong to another message */
    static List<Found> of(List<Sent> sent, List<ListedSms> listed) {
        var theirs = listed.stream()
                .filter(sms -> sms.created() != null)
                .distinct()
                .collect(Collectors.groupingBy(sms -> new Key(sms.to(), sms.text())));
        var found = new ArrayList<Found>();
        sent.stream()
                .collect(Collectors.groupingBy(one -> new Key(one.to(), one.text())))
                .forEach((key, ours) -> pair(ours, theirs.getOrDefault(key, List.of()), found));
        return found;
    }

    private static void pair(List<Sent> unordered, List<ListedSms> all, List<Found> found) {
        var ours = unordered.stream()
                .sorted(Comparator.comparing(Sent::startedAt).thenComparingLong(Sent::messageId))
                .toList();
        for (var from = 0; from < ours.size(); ) {
            var until = from + 1;
            while (until < ours.size() && mayBeMixedUp(ours.get(until - 1), ours.get(until), all)) {
                until++;
            }
            pairInOrder(ours.subList(from, until), all, found);
            from = until;
        }
    }

    /** Since windows are equally long, whoever shares one with neither neighbour shares one with nobody. */
    private static boolean mayBeMixedUp(Sent one, Sent next, List<ListedSms> all) {
        return all.stream().anyMatch(sms -> one.mayBe(sms) && next.mayBe(sms));
    }

    private static void pairInOrder(List<Sent> ours, List<ListedSms> all, List<Found> found) {
        var theirs = all.stream()
                .filter(sms -> ours.stream().anyMatch(one -> one.mayBe(sms)))
                .sorted(Comparator.comparing((ListedSms sms) -> Objects.requireNonNull(sms.created()))
                        .thenComparing(ListedSms::providerId))
                .toList();
        if (theirs.size() != ours.size() || ours.stream().anyMatch(Sent::open)) {
            return;
        }
        var pairs = new ArrayList<Found>();
        for (var i = 0; i < ours.size(); i++) {
            if (!ours.get(i).mayBe(theirs.get(i))) {
                return;
            }
            pairs.add(new Found(ours.get(i), theirs.get(i)));
        }
        found.addAll(pairs);
    }
}
