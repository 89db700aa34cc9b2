package se.ringstuga.segments;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a condition begins with when it is added, so that the usual one is finished at once. */
final class Defaults {

    private Defaults() {}

    static Map<String, List<String>> of(@Nullable ConditionKind kind) {
        return switch (kind) {
            case null -> Map.of();
            case JOINED -> Map.of("withinDays", List.of("60"));
            case TAG -> Map.of("match", List.of("anyOf"));
            case FIELD -> Map.of("field", List.of("city"), "operator", List.of("equals"));
            case REACHABLE -> Map.of("means", List.of("hasMobile"));
            case CALLS -> Map.of("result", List.of("called"));
            case EVENTS -> Map.of("result", List.of("attended"));
            case PAID, ORGANIZATION, ANSWERED, OPTION, WRITTEN, VALUE, BROADCAST, MESSAGED -> Map.of();
        };
    }
}
