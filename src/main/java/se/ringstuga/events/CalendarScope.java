package se.ringstuga.events;

import java.util.HashMap;
import java.util.Map;

/**
 * Whose events, for whose eyes.
 *
 * @param below whether those of the organizations below are among them, by the reader's choice
 * @param audience who reads
 */
record CalendarScope(long organizationId, boolean below, Audience audience) {

    enum Audience {
        /** What was published for everybody, of organizations that have a public calendar. */
        EVERYBODY,
        /** All that was published. */
        ORGANIZERS
    }

    Map<String, Object> parameters() {
        return new HashMap<>(
                Map.of("organization", organizationId, "below", below, "everybody", audience == Audience.EVERYBODY));
    }
}
