package se.ringstuga.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.fence.HoldReason;
import se.ringstuga.fence.SendingStops;

/**
 * What waits to be sent in an organization and those below it, and what has gone wrong.
 *
 * @param gateways the name of who carries each channel; a channel is missing where nobody does
 * @param simulated whether any of them is the sandbox, which sends nothing (rule 26)
 * @param hold why the whole database may not send; none when it may
 * @param stops what stops this organization
 * @param switchedOff sending is switched off for the whole installation
 * @param underWay just being handed over
 * @param oldestDue since when the longest waiting of those that are due has waited
 * @param lanes by when their first is due, at most 100
 * @param unknown messages of unknown fate, by what happened
 * @param failed those of the last seven days, by code
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record QueueView(
        Map<Channel, String> gateways,
        boolean simulated,
        Set<HoldReason> hold,
        List<SendingStops.Stop> stops,
        boolean switchedOff,
        long waiting,
        long underWay,
        @Nullable Instant oldestDue,
        List<Lane> lanes,
        Map<String, Long> unknown,
        Map<String, Long> failed) {

    /**
     * What waits together.
     *
     * @param sender of an SMS
     * @param perSecond how many the sender may send a second
     * @param urgent before everything that goes to many
     * @param nextAt when its first is due
     * @param paused with its broadcast
     */
    record Lane(
            String organization,
            Channel channel,
            @Nullable String sender,
            @Nullable Double perSecond,
            boolean urgent,
            @Nullable Long broadcastId,
            @Nullable String broadcast,
            long waiting,
            Instant nextAt,
            boolean paused) {}

    boolean standsStill() {
        return switchedOff || !hold.isEmpty() || !stops.isEmpty();
    }
}
