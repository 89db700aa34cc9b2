package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.ringstuga.contact.Channel;

/** How many messages may be under way at once. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class RoomTest {

    private final Room room = new Room(Map.of(Channel.SMS, 4, Channel.EMAIL, 2));

    @Test
    void aFullChannelLeavesTheOtherItsRoom() {
        room.take(Channel.EMAIL, 2);
        room.take(Channel.SMS, 1);

        assertThat(room.free()).containsExactlyEntriesOf(Map.of(Channel.SMS, 3));

        room.leave(Channel.EMAIL);
        assertThat(room.free()).containsEntry(Channel.EMAIL, 1);
    }

    @Test
    void halfARoomIsWaitedForAndNoLongerThanTold() throws InterruptedException {
        room.take(Channel.SMS, 3);
        var start = System.nanoTime();
        room.awaitHalf(Duration.ofMillis(50));
        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(40).toNanos());

        var leaving = Thread.startVirtualThread(() -> room.leave(Channel.SMS));
        room.awaitHalf(Duration.ofDays(1));

        assertThat(room.free()).containsEntry(Channel.SMS, 2);
        leaving.join();
    }

    @Test
    void anEmptyRoomIsWaitedForWhenTheApplicationEnds() throws InterruptedException {
        room.take(Channel.SMS, 1);
        room.take(Channel.EMAIL, 1);
        Thread.startVirtualThread(() -> {
            room.leave(Channel.EMAIL);
            room.leave(Channel.SMS);
        });

        room.awaitEmpty(Duration.ofDays(1));

        assertThat(room.free()).isEqualTo(Map.of(Channel.SMS, 4, Channel.EMAIL, 2));
    }
}
