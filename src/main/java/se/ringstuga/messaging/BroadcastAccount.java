package se.ringstuga.messaging;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where every recipient of a broadcast is: {@code targeted = delivered + sent + failed + skipped + waiting + unknown}. The sum
 * holds at every moment, since of each recipient one row counts: where an e-mail stands in for an SMS that could not be sent,
 * or somebody sent a failed message again, the later row counts and the earlier one, {@code replaced_by} it, does not.
 *
 * @param sent on their way or arrived: for some operators there is never a word about the arrival itself
 * @param failed also what nobody sent before its time passed
 * @param skipped by reason; what was cancelled before it was sent is among them, as CANCELLED
 * @param waiting in line or just being handed over
 * @param byEmail how many of them get an e-mail instead of the SMS that could not be sent; they are counted above already
 */
record BroadcastAccount(
        long targeted,
        long delivered,
        long sent,
        Map<String, Long> failed,
        Map<String, Long> skipped,
        long waiting,
        long unknown,
        long byEmail) {

    /**
     * People who are skipped by SMS and get an e-mail, or share the e-mail address of somebody who does.
     *
     * @param reason why they are skipped by SMS
     */
    record Instead(String reason, boolean shared, long people) {}

    BroadcastAccount with(List<Instead> moved) {
        var left = new TreeMap<>(skipped);
        var mailed = 0L;
        for (var some : moved) {
            left.merge(some.reason(), -some.people(), Long::sum);
            if (some.shared()) {
                left.merge("SHARED_NUMBER", some.people(), Long::sum);
            } else {
                mailed += some.people();
            }
        }
        left.values().removeIf(people -> people == 0);
        return new BroadcastAccount(
                targeted, delivered, sent, failed, left, waiting + mailed, unknown, byEmail + mailed);
    }

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
        private long byEmail;

        /** Some of those that are added are e-mails in the place of SMS. */
        void byEmail(long people) {
            byEmail += people;
        }

        /** @param why as {@link se.ringstuga.segments.MessageSql#WHY} says it */
        void add(MessageState state, String why, long people) {
            targeted += people;
            switch (state) {
                case QUEUED, DISPATCHING -> waiting += people;
                case UNKNOWN -> unknown += people;
                case ACCEPTED, SENT -> sent += people;
                case DELIVERED -> delivered += people;
                case SKIPPED, CANCELLED -> skipped.merge(why, people, Long::sum);
                case FAILED, EXPIRED -> failed.merge(why, people, Long::sum);
            }
        }

        BroadcastAccount account() {
            return new BroadcastAccount(targeted, delivered, sent, failed, skipped, waiting, unknown, byEmail);
        }
    }
}
