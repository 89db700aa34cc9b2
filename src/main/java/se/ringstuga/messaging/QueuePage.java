package se.ringstuga.messaging;

import java.util.List;

/**
 * The queue in the reader's words.
 *
 * @param state what stands in the way, each a sentence
 * @param hold what a hold is about and what its release does; empty without one
 * @param lanes what waits
 * @param oldest since when the longest waiting has waited; empty when nothing is due
 * @param mayStop whether the reader may pull the switch, which is not pulled
 * @param mayStart whether the reader may put it back, which is pulled for this organization
 */
record QueuePage(
        String slug,
        long waiting,
        long underWay,
        long unknown,
        List<String> state,
        List<String> hold,
        List<String> carriers,
        String oldest,
        List<Lane> lanes,
        List<String> unknownWhy,
        List<String> failedWhy,
        boolean mayStop,
        boolean mayStart,
        boolean mayRelease) {

    /** One line of what waits; {@code broadcastPath} is empty for single messages. */
    record Lane(String title, String broadcastPath, String waits, String sender, boolean paused) {}
}
