package se.ringstuga.automations;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When something is done and by whom, as it is stored beside it. */
record Stamp(Instant at, String actor) {

    Map<String, Object> parameters() {
        return new HashMap<>(Map.of("now", at, "actor", actor));
    }
}
