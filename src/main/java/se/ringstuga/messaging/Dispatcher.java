package se.ringstuga.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import se.ringstuga.database.ClockDrift;
import se.ringstuga.messaging.email.EmailConfig;

/**
 * The loop that sends, one on each instance: it takes what is due, batch after batch, as long as there is room among the
 * calls under way, and rests for a second at most.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final long REST_MILLIS = 1000;

    private final MessageClaims claims;
    private final Dispatch dispatch;
    private final ClockDrift drift;
    private final MessagingConfig config;
    private final Semaphore room;

    /** No more e-mails at once than there are connections: the others would wait in the way of what goes elsewhere. */
    private final Semaphore emails;

    private final Semaphore calls = new Semaphore(0);
    private volatile boolean running = true;

    Dispatcher(MessageClaims claims, Dispatch dispatch, ClockDrift drift, MessagingConfig config, EmailConfig email) {
        this.claims = claims;
        this.dispatch = dispatch;
        this.drift = drift;
        this.config = config;
        this.room = new Semaphore(config.atOnce());
        this.emails = new Semaphore(email.connections());
    }

    void start(@Observes StartupEvent event) {
        if (config.loop()) {
            Thread.ofVirtual().name("dispatcher").start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        wake();
    }

    /** Something may be due. */
    void wake() {
        calls.release();
    }

    private void loop() {
        while (running) {
            try {
                while (running && round()) {
                    // As long as there is something to send.
                }
                calls.tryAcquire(REST_MILLIS, TimeUnit.MILLISECONDS);
                calls.drainPermits();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.error("A round of sending failed and is tried again", failed);
                rest();
            }
        }
    }

    /** Takes one batch and has it sent beside; says whether to go on at once. */
    private boolean round() throws InterruptedException {
        if (!drift.trusted()) {
            return false;
        }
        room.acquire();
        var permits = 1 + room.drainPermits();
        var takenAt = System.nanoTime();
        var used = 0;
        try {
            var taken = claims.take(permits, emails.availablePermits());
            used = taken.attempts().size();
            emails.acquire(taken.emails());
            if (used > 0) {
                Thread.ofVirtual().start(() -> send(taken, takenAt));
            }
            return taken.any();
        } finally {
            room.release(permits - used);
        }
    }

    private void send(MessageClaims.Taken taken, long takenAt) {
        try {
            dispatch.send(taken.attempts(), takenAt);
        } catch (RuntimeException failed) {
            LOG.error("What came of a batch could not be written; the sweeper takes it over", failed);
        } finally {
            room.release(taken.attempts().size());
            if (taken.emails() > 0) {
                emails.release(taken.emails());
                wake();
            }
        }
    }

    /** For tests and commands that drive the sending themselves: one batch, sent and written when this returns. */
    boolean sendOneBatch() {
        var takenAt = System.nanoTime();
        var taken = claims.take(config.atOnce());
        dispatch.send(taken.attempts(), takenAt);
        return taken.any();
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }
}
