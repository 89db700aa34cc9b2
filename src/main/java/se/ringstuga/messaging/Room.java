package se.ringstuga.messaging;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import se.ringstuga.contact.Channel;

/**
 * How many more messages may be under way, apart for each channel: a mail server that hangs holds up no SMS. A message is
 * under way from the moment it is taken until what came of it is written down.
 */
final class Room {

    private final Map<Channel, Integer> most;
    private final Map<Channel, Integer> underWay = new EnumMap<>(Channel.class);

    Room(Map<Channel, Integer> most) {
        this.most = new EnumMap<>(most);
        most.keySet().forEach(channel -> underWay.put(channel, 0));
    }

    /** How many more of each channel; channels without any are left out. */
    synchronized Map<Channel, Integer> free() {
        var free = new EnumMap<Channel, Integer>(Channel.class);
        most.forEach((channel, limit) -> {
            var left = limit - underWay.getOrDefault(channel, 0);
            if (left > 0) {
                free.put(channel, left);
            }
        });
        return free;
    }

    synchronized void take(Channel channel, int messages) {
        underWay.merge(channel, messages, Integer::sum);
    }

    synchronized void leave(Channel channel) {
        var left = underWay.merge(channel, -1, Integer::sum);
        if (left == 0 || left == half(channel)) {
            notifyAll();
        }
    }

    /**
     * Waits until every channel is half free: taking a few at a time costs as much as taking many. Not for long, since the
     * rest may be those that hang.
     */
    synchronized void awaitHalf(Duration longest) throws InterruptedException {
        var end = System.nanoTime() + longest.toNanos();
        while (!underWay.entrySet().stream().allMatch(entry -> entry.getValue() <= half(entry.getKey()))) {
            var left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** Waits until nothing is under way any more, no longer than this. */
    synchronized void awaitEmpty(Duration longest) throws InterruptedException {
        var end = System.nanoTime() + longest.toNanos();
        while (underWay.values().stream().anyMatch(messages -> messages > 0)) {
            var left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    private int half(Channel channel) {
        return most.getOrDefault(channel, 0) / 2;
    }
}
