package se.ringstuga.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The writes of a send as bare SQL with nothing in front and nobody called: a message is taken out of the queue and committed
 * as one that may have gone, then it is written down as accepted with its event, and committed. Twelve connections at once.
 */
final class RawSends {

    private static final String TAKE = """
            update message
            set state = 'DISPATCHING', rank = 20, attempt = attempt + 1, text = ?, attempt_started_at = ?, contacted_at = ?,
                lease_until = ?
            where id = (select id from message where lane_id = ? and state = 'QUEUED' and not_before <= ?
                        order by not_before, id limit 1 for update skip locked)
            returning id""";

    private static final String RECORD = """
            with written as (
              update message set state = 'ACCEPTED', rank = 40, gateway = 'twilio', provider_id = ?, lease_until = null
              where id = ? returning organization_id, id, attempt, provider_id)
            insert into message_event (organization_id, message_id, attempt, at, source, status, provider_id)
            select organization_id, id, attempt, ?, 'dispatcher', 'ACCEPTED', provider_id from written""";

    private static final int CONNECTIONS = 12;
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2099-01-01T00:00:00Z");
    private static final String TEXT = "Hej Anna! Välkommen på medlemsmöte på tisdag. Hälsningar Föreningen";

    private final String url;
    private final String user;
    private final String password;

    RawSends(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** What is written: the whole, or no more than the first half of it. */
    enum Part {
        SENDS,
        CLAIMS
    }

    /** Messages a second. */
    double perSecond(Part part, long lane, double seconds) throws SQLException, InterruptedException {
        var done = new AtomicLong();
        var stop = new AtomicBoolean();
        var ready = new CountDownLatch(CONNECTIONS);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofPlatform().start(() -> until(stop, part, lane, done, ready)));
        }
        ready.await();
        var from = done.get();
        var start = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep((long) (seconds * 1000));
        var rate = (done.get() - from) / ((System.nanoTime() - start) / 1e9);
        stop.set(true);
        for (var thread : threads) {
            thread.join();
        }
        return rate;
    }

    private void until(AtomicBoolean stop, Part part, long lane, AtomicLong done, CountDownLatch ready) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var take = connection.prepareStatement(TAKE);
                var record = connection.prepareStatement(RECORD)) {
            ready.countDown();
            while (!stop.get()) {
                var id = taken(take, lane);
                if (id > 0) {
                    if (part == Part.SENDS) {
                        record(connection, record, id);
                    }
                    done.incrementAndGet();
                }
            }
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static long taken(PreparedStatement take, long lane) throws SQLException {
        take.setString(1, TEXT);
        take.setObject(2, NOW);
        take.setObject(3, NOW);
        take.setObject(4, NOW);
        take.setLong(5, lane);
        take.setObject(6, NOW);
        try (var rows = take.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static void record(Connection connection, PreparedStatement record, long id) throws SQLException {
        record.setString(1, "raw" + id + "/" + connection.hashCode());
        record.setLong(2, id);
        record.setObject(3, NOW);
        record.executeUpdate();
    }
}
