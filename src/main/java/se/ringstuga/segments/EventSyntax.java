package se.ringstuga.segments;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.segments.Filter.DateWindow;
import se.ringstuga.segments.Filter.EventResult;

/** Reads the filter about events. */
final class EventSyntax {

    private static final int MOST_EVENTS = 1_000;

    private static final Map<String, EventResult> RESULTS = Map.of(
            "invited", EventResult.INVITED,
            "signedUp", EventResult.SIGNED_UP,
            "waiting", EventResult.WAITING,
            "cancelled", EventResult.CANCELLED,
            "attended", EventResult.ATTENDED,
            "absent", EventResult.ABSENT);

    private EventSyntax() {}

    static Filter read(NodeReader node) {
        node.allowOnly("result", "eventId", "kindId", "withinDays", "before", "after", "atLeast");
        if (node.has("eventId") && node.has("kindId")) {
            node.exactlyOneOf("eventId", "kindId");
        }
        var atLeast = node.integer("atLeast", 1, MOST_EVENTS);
        return new Filter.EventHistory(
                node.choice("result", RESULTS).orElse(EventResult.SIGNED_UP),
                node.id("eventId", Reference.Kind.EVENT),
                node.id("kindId", Reference.Kind.EVENT_KIND),
                window(node),
                atLeast == null ? 1 : atLeast);
    }

    private static @Nullable DateWindow window(NodeReader node) {
        if (node.has("withinDays")) {
            node.exactlyOneOf("withinDays", "before", "after");
        }
        var window = new DateWindow(FilterSyntax.days(node), node.date("before"), node.date("after"));
        return window.equals(new DateWindow(null, null, null)) ? null : window;
    }
}
