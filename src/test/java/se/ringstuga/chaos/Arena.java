package se.ringstuga.chaos;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import se.ringstuga.bench.SendQueue;
import se.ringstuga.bench.SendsSetup;
import se.ringstuga.database.EmbeddedDatabase;

/** Two instances of the packaged application on a PostgreSQL of their own, behind one address, and the hand that kills them. */
final class Arena implements AutoCloseable {

    static final String ASSOCIATION = "chaos";

    private static final String TOKEN = "chaos-token-that-is-long-enough-for-a-start";
    private static final String ROOT = "chaos-root";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final List<String> NAMES = List.of("first", "second");

    private final EmbeddedDatabase database;
    private final Front front;
    private final List<Victim> victims;
    private final Random random;
    private final Clock clock = Clock.systemUTC();
    private final List<Kill.Done> killed = new ArrayList<>();

    /** @param environment what each instance is told, by its name */
    Arena(Options options, Path folder, Function<String, Map<String, String>> environment) throws IOException {
        this.random = new Random(options.seed());
        this.database = EmbeddedDatabase.start(folder.resolve("data"));
        var ports = List.of(freePort(), freePort());
        this.front = new Front(ports);
        this.victims = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            var name = NAMES.get(i);
            var told = new HashMap<>(environment.apply(name));
            told.putAll(shared(database, front.port()));
            victims.add(new Victim(name, ports.get(i), told, folder.resolve(name + ".log")));
        }
        start();
    }

    private void start() throws IOException {
        try {
            for (var victim : victims) {
                victim.start();
            }
        } catch (IOException failed) {
            close();
            throw failed;
        }
    }

    static Path folder(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), name + "-");
    }

    static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** What every instance on the database is told. */
    static Map<String, String> shared(EmbeddedDatabase database, int publicPort) {
        var shared = new HashMap<String, String>();
        shared.put("RINGSTUGA_JDBC_URL", database.jdbcUrl());
        shared.put("RINGSTUGA_JDBC_USERNAME", database.username());
        shared.put("RINGSTUGA_JDBC_PASSWORD", database.password());
        shared.put("RINGSTUGA_SECRET", "chaos-secret-that-is-long-enough-for-a-start");
        shared.put("RINGSTUGA_PUBLIC_URL", "http://127.0.0.1:" + publicPort);
        shared.put("RINGSTUGA_BOOTSTRAP_TOKEN", TOKEN);
        shared.put("RINGSTUGA_BOOTSTRAP_ORGANIZATION", ROOT);
        return shared;
    }

    static SendsSetup setup(int port) {
        return new SendsSetup(port, TOKEN, ROOT);
    }

    /** Everybody in line and due. */
    SendQueue.Broadcast broadcast(String channel, int people, double perSecond) throws IOException, SQLException {
        var setup = setup(victims.getFirst().port());
        setup.association(ASSOCIATION, 0, people, perSecond);
        try (var queue = new SendQueue(database.jdbcUrl(), database.username(), database.password())) {
            queue.permit(queue.organization(ASSOCIATION));
            var draft = setup.draft(ASSOCIATION, channel);
            setup.approve(ASSOCIATION, draft);
            var broadcast = queue.frozen(draft);
            queue.refill(broadcast);
            queue.open(broadcast);
            return broadcast;
        }
    }

    /**
     * Kills one of them, which is started again beside; the former has come back before, or a slow machine would see none of
     * them alive for long.
     *
     * @param ready whether it is the moment for this instance
     */
    void kill(Kill kill, Predicate<String> ready) throws InterruptedException {
        while (!victims.stream().allMatch(Victim::up)) {
            requireAlive();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        TimeUnit.MILLISECONDS.sleep(kill.pauseMillis());
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var up = victims.stream().filter(Victim::up).toList();
            var late = System.nanoTime() > end;
            var chosen = up.stream()
                    .filter(victim -> late || kill.moment() == Kill.Moment.ANY || ready.test(victim.name()))
                    .toList();
            if (!chosen.isEmpty()) {
                var victim = chosen.get(random.nextInt(chosen.size()));
                killed.add(new Kill.Done(clock.millis(), victim.name()));
                victim.kill();
                return;
            }
            requireAlive();
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private void requireAlive() {
        for (var victim : victims) {
            victim.failure().ifPresent(failure -> {
                throw new IllegalStateException(victim.name() + " did not come back", failure);
            });
        }
    }

    List<Kill.Done> killed() {
        return List.copyOf(killed);
    }

    void rate(double perSecond) throws SQLException {
        run("update sms_sender set per_second = " + perSecond);
    }

    /** What waits for a better time is due now. */
    void hurry(SendQueue.Broadcast broadcast) throws SQLException {
        run("update message set not_before = now() where lane_id = %d and state = 'QUEUED' and not_before > now()"
                .formatted(broadcast.lane()));
        run("update send_lane set next_at = now() where id = %d and next_at > now()".formatted(broadcast.lane()));
    }

    private void run(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    List<Believed> believed(SendQueue.Broadcast broadcast) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select address, state, code from message where lane_id = " + broadcast.lane())) {
            var believed = new ArrayList<Believed>();
            while (rows.next()) {
                believed.add(new Believed(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
            return believed;
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    @Override
    public void close() {
        victims.forEach(Victim::close);
        front.close();
        database.close();
    }
}
