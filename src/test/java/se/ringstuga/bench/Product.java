package se.ringstuga.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The packaged application in a process of its own, started as a user starts it. */
public final class Product implements AutoCloseable {

    private static final int MOST_SECONDS = 180;

    private final Process process;
    private final double startSeconds;

    private Product(Process process, double startSeconds) {
        this.process = process;
        this.startSeconds = startSeconds;
    }

    public static Product start(int port, Map<String, String> environment, Path log) throws IOException {
        var command = new ProcessBuilder("bin/ringstuga");
        command.environment().putAll(environment);
        command.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        command.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var start = System.nanoTime();
        var process = command.start();
        var ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        while (!answers(ready)) {
            if (!process.isAlive() || System.nanoTime() - start > MOST_SECONDS * 1_000_000_000L) {
                process.destroy();
                throw new IOException("the product did not become ready; see " + log);
            }
            LockSupport.parkNanos(5_000_000);
        }
        return new Product(process, (System.nanoTime() - start) / 1e9);
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** {@code kill -9}, with whatever it has begun. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it stand still, warm as it is, until {@link #resume()}. */
    void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** From exec to the first 200 of {@code /q/health/ready}. */
    double startSeconds() {
        return startSeconds;
    }

    /**
     * The proportional set size of the application and of its embedded PostgreSQL, in MB (1,000,000 bytes).
     *
     * @param postmasterPid the file in which the server, a process of its own, names itself
     */
    double memoryMegabytes(Path postmasterPid) throws IOException {
        var server = ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(postmasterPid).getFirst().strip()))
                .orElseThrow();
        return Stream.of(process.toHandle(), server)
                        .flatMap(p -> Stream.concat(Stream.of(p), p.descendants()))
                        .map(ProcessHandle::pid)
                        .distinct()
                        .mapToLong(Product::proportionalSetKilobytes)
                        .sum()
                * 1024
                / 1e6;
    }

    private static long proportionalSetKilobytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static boolean answers(URI ready) {
        try {
            var connection = (HttpURLConnection) ready.toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
        }
    }
}
