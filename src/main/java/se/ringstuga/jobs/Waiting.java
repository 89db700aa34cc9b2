package se.ringstuga.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import se.ringstuga.database.Row;

/**
 * What waits for the organizers of an organization, and of those below it where nobody works.
 *
 * @param conversations texts that nobody has answered
 * @param followUps what calls left to decide
 * @param approvals texts to many that go out only if somebody approves them in time
 * @param failed messages that did not arrive since the last time
 * @param automations people whose step in a flow failed
 * @param events meetings within two weeks that nobody has signed up for
 * @param newMembers who joined within a month and nobody has spoken with
 */
record Waiting(
        long conversations,
        long followUps,
        long approvals,
        long failed,
        long automations,
        long events,
        long newMembers) {

    static Waiting of(Row row) {
        return new Waiting(
                row.number("conversations"),
                row.number("follow_ups"),
                row.number("approvals"),
                row.number("failed"),
                row.number("automations"),
                row.number("events"),
                row.number("new_members"));
    }

    boolean nothing() {
        return counts().isEmpty();
    }

    /** By the names under which a notice words them; nothing that is zero. */
    Map<String, String> counts() {
        var counts = new LinkedHashMap<String, String>();
        put(counts, "conversations", conversations);
        put(counts, "followUps", followUps);
        put(counts, "approvals", approvals);
        put(counts, "failed", failed);
        put(counts, "automations", automations);
        put(counts, "events", events);
        put(counts, "newMembers", newMembers);
        return counts;
    }

    private static void put(Map<String, String> counts, String name, long count) {
        if (count > 0) {
            counts.put(name, Long.toString(count));
        }
    }
}
