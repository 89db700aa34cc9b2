package se.ringstuga.messaging.email;

import jakarta.mail.MessagingException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The open connections to the mail server, never more than allowed. One is used again while the server keeps it; whether
 * it does is asked before, so that a line gone quiet costs a question and not an e-mail.
 */
final class SmtpConnections implements AutoCloseable {

    /** Mail servers limit how many e-mails they take over one connection. */
    private static final int EMAILS_A_CONNECTION = 100;

    private final SmtpServer server;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("smtp-alarms").factory());

    SmtpConnections(SmtpServer server) {
        this.server = server;
        this.free = new Semaphore(server.connections(), true);
    }

    /** A connection for one e-mail, perhaps not open yet; null where none comes free within half the time there is. */
    @Nullable
    Lent lend() {
        long end = System.nanoTime() + server.timeout().toNanos();
        try {
            return free.tryAcquire(server.timeout().dividedBy(2).toMillis(), TimeUnit.MILLISECONDS)
                    ? new Lent(end)
                    : null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        idle.forEach(connection -> connection.line().cut());
    }

    /** A connection in use: whatever happens to it ends within the time there is for one e-mail. */
    final class Lent implements AutoCloseable {

        private final long end;
        private SmtpConnection connection;
        private @Nullable Future<?> alarm;
        private boolean kept;

        private Lent(long end) {
            this.end = end;
            var known = idle.pollFirst();
            this.connection = known == null ? fresh() : known;
        }

        SmtpConnection connection() {
            return connection;
        }

        void open() throws MessagingException {
            if (watch().isConnected() && connection.used() < EMAILS_A_CONNECTION) {
                return;
            }
            connection.line().cut();
            connection = fresh();
            watch().open();
        }

        /** The connection is as it should be and may serve the next e-mail. */
        void keep() {
            kept = true;
        }

        private SmtpConnection watch() {
            var line = connection.line();
            if (alarm != null) {
                alarm.cancel(false);
            }
            alarm = alarms.schedule(line::cut, end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return connection;
        }

        @Override
        public void close() {
            if (alarm != null) {
                alarm.cancel(false);
            }
            if (kept && !connection.line().isCut()) {
                idle.addFirst(connection);
            } else {
                connection.line().cut();
            }
            free.release();
        }
    }

    private SmtpConnection fresh() {
        return new SmtpConnection(server, new Line());
    }
}
