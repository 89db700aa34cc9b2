package se.ringstuga.chaos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.ringstuga.bench.Bounds;

/**
 * The application's account of its recipients held against what the mail servers took. A mail server tells nothing afterwards,
 * so what is unknown may stay so.
 *
 * @param acceptedTwice who gets more than one e-mail
 * @param acceptedOnceShare of those whom no server refused, the share that gets exactly one
 * @param unknown of whose e-mail we say that we do not know
 * @param disagreements where we say sent and nobody has it, or not sent and somebody has
 * @param unaccounted who waits still, or has no message at all
 */
record EmailVerdict(
        int recipients,
        Set<String> acceptedTwice,
        double acceptedOnceShare,
        int unknown,
        List<String> disagreements,
        List<String> unaccounted) {

    private static final Set<String> NOT_FINAL = Set.of("QUEUED", "DISPATCHING");
    private static final Set<String> SENT = Set.of("ACCEPTED", "SENT", "DELIVERED");

    static EmailVerdict of(Set<String> recipients, List<Believed> believed, MailLog log) {
        var byAddress = believed.stream().collect(Collectors.groupingBy(Believed::address));
        var disagreements = new ArrayList<String>();
        var unaccounted = new ArrayList<String>();
        var unknown = 0;
        for (var recipient : recipients) {
            var here = byAddress.getOrDefault(recipient, List.of());
            if (here.size() != 1 || NOT_FINAL.contains(here.getFirst().state())) {
                unaccounted.add(
                        recipient + ": " + here.stream().map(Believed::state).collect(Collectors.joining(", ")));
            } else if (here.getFirst().state().equals("UNKNOWN")) {
                unknown++;
            } else if (SENT.contains(here.getFirst().state()) != log.accepted().containsKey(recipient)) {
                disagreements.add(here.getFirst() + ", taken: " + log.accepted().get(recipient));
            }
        }
        return new EmailVerdict(
                recipients.size(), twice(log), share(recipients, log), unknown, disagreements, unaccounted);
    }

    /** All that must hold. */
    Bounds bounds() {
        var bounds = new Bounds();
        bounds.none("accepted_twice", acceptedTwice.size());
        bounds.atLeast("accepted_once_share", acceptedOnceShare, SendsVerdict.LEAST_SHARE);
        bounds.none("state_disagrees", disagreements.size());
        bounds.none("unaccounted", unaccounted.size());
        return bounds;
    }

    boolean passes() {
        return bounds().missed().isEmpty();
    }

    private static Set<String> twice(MailLog log) {
        return log.accepted().entrySet().stream()
                .filter(taken -> taken.getValue().size() > 1)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static double share(Set<String> recipients, MailLog log) {
        var reachable = new HashSet<>(recipients);
        reachable.removeAll(log.refused());
        var once = reachable.stream()
                .filter(recipient ->
                        log.accepted().getOrDefault(recipient, List.of()).size() == 1)
                .count();
        return reachable.isEmpty() ? 0 : once / (double) reachable.size();
    }
}
