package se.ringstuga.segments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ringstuga.contact.Channel;
import se.ringstuga.segments.Filter.Fate;

/** Reads the filters about messages. */
final class MessageSyntax {

    private static final Map<String, Fate> FATES = Map.of(
            "delivered", Fate.DELIVERED,
            "sent", Fate.SENT,
            "failed", Fate.FAILED,
            "skipped", Fate.SKIPPED,
            "waiting", Fate.WAITING,
            "unknown", Fate.UNKNOWN,
            "notReached", Fate.NOT_REACHED);

    private static final Set<Fate> WITH_REASONS = Set.of(Fate.FAILED, Fate.SKIPPED, Fate.UNKNOWN, Fate.NOT_REACHED);

    private MessageSyntax() {}

    static Filter broadcasted(NodeReader node) {
        node.allowOnly("broadcastId", "outcome", "reasons");
        var broadcast = node.requiredId("broadcastId", Reference.Kind.BROADCAST);
        var fate = node.has("outcome") ? node.choice("outcome", FATES).orElse(null) : null;
        if (!node.has("reasons")) {
            return new Filter.Broadcasted(broadcast, fate, List.of());
        }
        if (fate == null || !WITH_REASONS.contains(fate)) {
            node.wrong("reasons", "are there only for an outcome of failed, skipped, unknown or notReached");
        }
        return new Filter.Broadcasted(broadcast, fate, node.texts("reasons"));
    }

    static Filter messaged(NodeReader node) {
        node.allowOnly("channel", "withinDays");
        var channels = Map.of("SMS", Channel.SMS, "EMAIL", Channel.EMAIL);
        return new Filter.Messaged(
                node.has("channel") ? node.choice("channel", channels).orElse(null) : null, FilterSyntax.days(node));
    }
}
