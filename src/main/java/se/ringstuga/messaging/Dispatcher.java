package se.ringstuga.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.ClockDrift;
import se.ringstuga.fence.Fence;
import se.ringstuga.messaging.email.EmailConfig;

/**
 * The loop that sends, one on each instance: it takes what is due, batch after batch, as long as there is room among the
 * calls under way, and rests for a second at most.
 */
@ApplicationScoped
public class Dispatcher {

    private static final long REST_MILLIS = 1000;

    /** Something is due, and another instance has it in hand or its sender no token left. */
    private static final long BUSY_MILLIS = 5;

    private static final Duration FOR_MORE_ROOM = Duration.ofMillis(20);

    /** What is under way when the application ends is waited for; what takes longer is of unknown fate. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(15);

    private final MessageClaims claims;
    private final Carriers carriers;
    private final Dispatch dispatch;
    private final ClockDrift drift;
    private final Fence fence;
    private final MessagingConfig config;
    private final Loops loops;
    private final Map<Channel, Integer> most;
    private final Room room;
    private final Semaphore calls = new Semaphore(0);
    private volatile @Nullable Loop loop;

    Dispatcher(
            MessageClaims claims,
            Carriers carriers,
            Dispatch dispatch,
            ClockDrift drift,
            Fence fence,
            MessagingConfig config,
            Loops loops,
            EmailConfig email) {
        this.claims = claims;
        this.carriers = carriers;
        this.dispatch = dispatch;
        this.drift = drift;
        this.fence = fence;
        this.config = config;
        this.loops = loops;
        // No more e-mails at once than there are connections: the others would wait in vain.
        this.most = Map.of(Channel.SMS, config.atOnce(), Channel.EMAIL, email.connections());
        this.room = new Room(most);
    }

    void start(@Observes StartupEvent event) {
        if (config.loop()) {
            var turning = new Loop("dispatcher", this::turn);
            loop = turning;
            loops.begin(turning);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        var taking = loop;
        if (taking != null) {
            taking.end();
            wake();
            // What it is just taking is not under way yet, and would be forgotten.
            taking.awaitEnd(LAST_ANSWERS);
        }
        room.awaitEmpty(LAST_ANSWERS);
    }

    /** Something may be due. */
    void wake() {
        calls.release();
    }

    private void turn() throws InterruptedException {
        if (!round()) {
            rest(REST_MILLIS);
        }
    }

    /** Takes one batch and has it sent beside; says whether to go on at once. */
    private boolean round() throws InterruptedException {
        var channels = carried(most).size();
        if (channels == 0 || !drift.trusted() || !fence.mayAct()) {
            return false;
        }
        room.awaitHalf(FOR_MORE_ROOM);
        var free = carried(room.free());
        if (free.isEmpty()) {
            return true;
        }
        var takenAt = System.nanoTime();
        var taken = claims.take(free);
        taken.attempts().forEach(attempt -> room.take(attempt.channel(), 1));
        dispatch.send(taken.attempts(), takenAt, attempt -> room.leave(attempt.channel()));
        if (taken.any() && taken.attempts().isEmpty()) {
            rest(BUSY_MILLIS);
        }
        // Of a channel without room nobody knows whether anything is due.
        return taken.any() || free.size() < channels;
    }

    /** What this instance has nobody for stays in line, for one that has, or until somebody is configured (rule 26). */
    private Map<Channel, Integer> carried(Map<Channel, Integer> room) {
        var carried = new EnumMap<Channel, Integer>(Channel.class);
        room.forEach((channel, messages) -> {
            if (carriers.carries(channel)) {
                carried.put(channel, messages);
            }
        });
        return carried;
    }

    /** For tests and commands that drive the sending themselves: one batch, sent and written when this returns. */
    boolean sendOneBatch() {
        if (!fence.mayAct()) {
            return false;
        }
        var takenAt = System.nanoTime();
        var taken = claims.take(carried(most));
        var missing = new CountDownLatch(taken.attempts().size());
        dispatch.send(taken.attempts(), takenAt, _ -> missing.countDown());
        try {
            missing.await();
        } catch (InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
        return taken.any();
    }

    private void rest(long millis) throws InterruptedException {
        if (calls.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }
}
