package se.ringstuga.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.bench.Product;

/** One instance of the packaged application that is killed and started again, as often as it takes. */
final class Victim implements AutoCloseable {

    private final String name;
    private final int port;
    private final Map<String, String> environment;
    private final Path log;
    private volatile @Nullable Product product;
    private volatile @Nullable Exception failure;

    Victim(String name, int port, Map<String, String> environment, Path log) {
        this.name = name;
        this.port = port;
        this.environment = environment;
        this.log = log;
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    boolean up() {
        return product != null;
    }

    /** Why it could not be started again, if it could not. */
    Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    void start() throws IOException {
        product = Product.start(port, environment, log);
    }

    /** {@code kill -9}; it is started again beside. */
    void kill() throws InterruptedException {
        var running = product;
        if (running == null) {
            throw new IllegalStateException(name + " is not up");
        }
        product = null;
        running.kill();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                start();
            } catch (IOException failed) {
                failure = failed;
            }
        });
    }

    @Override
    public void close() {
        var running = product;
        if (running != null) {
            running.close();
        }
    }
}
