package se.ringstuga.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import se.ringstuga.bench.Product;
import se.ringstuga.bench.SendsSetup;
import se.ringstuga.database.EmbeddedDatabase;

/** Two instances of the packaged application on one database, of which one is killed for good. */
final class Pair implements AutoCloseable {

    private final EmbeddedDatabase database;
    private final Product first;
    private final CompletableFuture<Product> second;
    private final SendsSetup setup;

    /** The first makes the database what it is; the second may still be on its way. */
    Pair(Path folder) throws IOException {
        database = EmbeddedDatabase.start(folder.resolve("data"));
        var ports = List.of(Arena.freePort(), Arena.freePort());
        var environment = Arena.shared(database, ports.getFirst());
        first = Product.start(ports.getFirst(), environment, folder.resolve("first.log"));
        setup = Arena.setup(ports.getFirst());
        second = CompletableFuture.supplyAsync(() -> {
            try {
                return Product.start(ports.getLast(), environment, folder.resolve("second.log"));
            } catch (IOException failed) {
                throw new IllegalStateException("the second did not start", failed);
            }
        });
    }

    /** Through the first of them. */
    SendsSetup setup() {
        return setup;
    }

    void bothUp() {
        second.join();
    }

    /** {@code kill -9} for the one that calls itself so in the jobs' rows: by its host and its process. */
    void kill(String node) throws InterruptedException {
        for (var product : List.of(first, second.join())) {
            if (node.endsWith("/" + product.handle().pid())) {
                product.kill();
                return;
            }
        }
        throw new IllegalStateException(node + " is neither of them");
    }

    /** Whether it came to be so in time. */
    static boolean within(Duration time, BooleanSupplier so) {
        var end = System.nanoTime() + time.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return true;
    }

    void change(String statement) {
        ask(statement, false);
    }

    String text(String question) {
        return ask(question, true);
    }

    long number(String question) {
        return Long.parseLong(text(question));
    }

    private String ask(String sql, boolean answers) {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
            if (!answers) {
                return "";
            }
            var rows = statement.getResultSet();
            return rows.next() && rows.getString(1) != null ? rows.getString(1) : "";
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    @Override
    public void close() {
        first.close();
        second.thenAccept(Product::close).join();
        database.close();
    }
}
