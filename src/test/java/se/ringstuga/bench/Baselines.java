package se.ringstuga.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;

/** What PostgreSQL itself does on the same tables and indexes, with nothing in front: the measure of everything else. */
final class Baselines {

    /** One entry of one assignment in the queue's own order, as bare as it can be said. */
    private static final String CLAIM = """
            update call_queue_entry set claimed_until = ?
            where assignment_id = ? and person_id = (
              select person_id from call_queue_entry
              where assignment_id = ? and done_at is null and claimed_until is null and not_before is null
                and blocked_at is null and phone is not null
              order by rank, person_id limit 1
              for update skip locked)""";

    private static final int CONNECTIONS = 16;
    private static final OffsetDateTime FAR_AWAY = OffsetDateTime.parse("2099-01-01T00:00:00Z");

    private final String url;
    private final String user;
    private final String password;

    Baselines(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Claims a second over 16 connections with one commit a claim, for this many seconds. */
    double rawClaims(long assignment, int seconds) throws SQLException, InterruptedException {
        var claims = new AtomicLong();
        var stop = new AtomicBoolean();
        var ready = new CountDownLatch(CONNECTIONS);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofPlatform().start(() -> claimUntil(stop, assignment, claims, ready)));
        }
        ready.await();
        var from = claims.get();
        var start = System.nanoTime();
        new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
        var rate = (claims.get() - from) / ((System.nanoTime() - start) / 1e9);
        stop.set(true);
        for (var thread : threads) {
            thread.join();
        }
        return rate;
    }

    private void claimUntil(AtomicBoolean stop, long assignment, AtomicLong claims, CountDownLatch ready) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var claim = connection.prepareStatement(CLAIM)) {
            ready.countDown();
            while (!stop.get()) {
                claim.setObject(1, FAR_AWAY);
                claim.setLong(2, assignment);
                claim.setLong(3, assignment);
                if (claim.executeUpdate() == 1) {
                    claims.incrementAndGet();
                }
            }
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** Seconds that COPY takes for the people of one organization, into an empty table with the same columns and indexes. */
    double copySeconds(long organization) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url, user, password)) {
            run(connection, "drop table if exists person_copied");
            run(connection, "create table person_copied (like person including all)");
            var rows = new ByteArrayOutputStream();
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copy.copyOut("copy (select * from person where organization_id = " + organization + ") to stdout", rows);
            var bytes = new ByteArrayInputStream(rows.toByteArray());
            var start = System.nanoTime();
            copy.copyIn("copy person_copied from stdin", bytes);
            var seconds = (System.nanoTime() - start) / 1e9;
            run(connection, "drop table person_copied");
            return seconds;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
