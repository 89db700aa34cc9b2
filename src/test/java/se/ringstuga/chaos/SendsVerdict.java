package se.ringstuga.chaos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.ringstuga.bench.Bounds;

/**
 * The application's account of its recipients held against the provider's own log.
 *
 * @param recipients how many there were to be
 * @param acceptedTwice whom the provider has taken more than one message for
 * @param acceptedOnceShare of those whom it never refuses, the share it has taken exactly one message for
 * @param disagreements where our final state is not the provider's last word, one sentence each
 * @param unaccounted who has no final state, or no message at all
 */
record SendsVerdict(
        int recipients,
        Set<String> acceptedTwice,
        double acceptedOnceShare,
        List<String> disagreements,
        List<String> unaccounted) {

    static final double LEAST_SHARE = 0.97;

    private static final Set<String> NOT_FINAL = Set.of("QUEUED", "DISPATCHING", "UNKNOWN");
    private static final Set<String> NEVER_SENT = Set.of("FAILED", "EXPIRED", "SKIPPED", "CANCELLED");

    private static final Map<String, String> STATES = Map.of(
            "queued", "ACCEPTED",
            "sent", "SENT",
            "delivered", "DELIVERED",
            "undelivered", "FAILED",
            "failed", "FAILED");

    static SendsVerdict of(Set<String> recipients, List<Believed> believed, ProviderLog log) {
        var byAddress = believed.stream().collect(Collectors.groupingBy(Believed::address));
        var disagreements = new ArrayList<String>();
        var unaccounted = new ArrayList<String>();
        for (var recipient : recipients) {
            var here = byAddress.getOrDefault(recipient, List.of());
            if (here.size() != 1 || NOT_FINAL.contains(here.getFirst().state())) {
                unaccounted.add(
                        recipient + ": " + here.stream().map(Believed::state).collect(Collectors.joining(", ")));
            } else if (!agrees(here.getFirst(), log)) {
                disagreements.add(here.getFirst() + ", the provider: " + told(recipient, log));
            }
        }
        return new SendsVerdict(
                recipients.size(), log.takenMoreThanOnce(), share(recipients, log), disagreements, unaccounted);
    }

    /** All that must hold. */
    Bounds bounds() {
        var bounds = new Bounds();
        bounds.none("accepted_twice", acceptedTwice.size());
        bounds.atLeast("accepted_once_share", acceptedOnceShare, LEAST_SHARE);
        bounds.none("state_disagrees", disagreements.size());
        bounds.none("unaccounted", unaccounted.size());
        return bounds;
    }

    boolean passes() {
        return bounds().missed().isEmpty();
    }

    /** Whether there is nothing more to wait for. */
    boolean isSettled() {
        return disagreements.isEmpty() && unaccounted.isEmpty();
    }

    private static double share(Set<String> recipients, ProviderLog log) {
        var reachable = new HashSet<>(recipients);
        reachable.removeAll(log.refused().keySet());
        var once = reachable.stream()
                .filter(recipient ->
                        log.accepted().getOrDefault(recipient, List.of()).size() == 1)
                .count();
        return reachable.isEmpty() ? 0 : once / (double) reachable.size();
    }

    private static boolean agrees(Believed ours, ProviderLog log) {
        var ids = log.accepted().getOrDefault(ours.address(), List.of());
        if (ids.isEmpty()) {
            var refusal = log.refused().get(ours.address());
            return NEVER_SENT.contains(ours.state()) && (refusal == null || refusal.equals(ours.code()));
        }
        var word = log.words().getOrDefault(ids.getLast(), SAID_NOTHING);
        return Objects.equals(STATES.get(word.status()), ours.state())
                && (word.code().isEmpty() || word.code().get().equals(ours.code()));
    }

    private static final ProviderLog.Word SAID_NOTHING = new ProviderLog.Word("queued", java.util.Optional.empty());

    private static String told(String recipient, ProviderLog log) {
        return log.accepted().getOrDefault(recipient, List.of()).stream()
                .map(id -> id + " " + log.words().getOrDefault(id, SAID_NOTHING))
                .collect(Collectors.joining("; ", "", " " + log.refused().getOrDefault(recipient, "")));
    }
}
