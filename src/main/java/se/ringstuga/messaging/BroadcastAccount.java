package se.ringstuga.messaging;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where every recipient of a broadcast is: {@code targeted = delivered + sent + failed + skipped + waiting + unknown}. The sum
 * holds at every moment, since each recipient is one row.
 *
 * @param sent on their way or arrived: for some operators there is never a word about the arrival itself
 * @param failed also what was cancelled or whose time passed
 * @param skipped by reason
 * @param waiting in line or just being handed over
 */
record BroadcastAccount(
        long targeted,
        long delivered,
        long sent,
        Map<String, Long> failed,
        Map<String, Long> skipped,
        long waiting,
        long unknown) {

    static final BroadcastAccount NOBODY = new Sum().account();

    /** Puts counted rows together. */
    static final class Sum {

        private final Map<String, Long> failed = new TreeMap<>();
        private final Map<String, Long> skipped = new TreeMap<>();
        private long targeted;
        private long delivered;
        private long sent;
        private long waiting;
        private long unknown;

        void add(MessageState state, String why, long people) {
            targeted += people;
            switch (state) {
                case QUEUED, DISPATCHING -> waiting += people;
                case UNKNOWN -> unknown += people;
                case ACCEPTED, SENT -> sent += people;
                case DELIVERED -> delivered += people;
                case SKIPPED -> skipped.merge(why, people, Long::sum);
                case EXPIRED -> failed.merge(why.equals(Reason.BUDGET.name()) ? why : state.name(), people, Long::sum);
                case CANCELLED -> failed.merge(state.name(), people, Long::sum);
                case FAILED -> failed.merge(why, people, Long::sum);
            }
        }

        BroadcastAccount account() {
            return new BroadcastAccount(targeted, delivered, sent, failed, skipped, waiting, unknown);
        }
    }
}
