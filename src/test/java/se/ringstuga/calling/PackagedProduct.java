package se.ringstuga.calling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import se.ringstuga.database.EmbeddedDatabase;

/** The packaged application in a process of its own that can be killed and started again on the same database. */
final class PackagedProduct {

    private static final String SLUG = "solna";
    private static final String TOKEN = "a token of a test that kills the product";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final ProcessBuilder command;
    private final int port;
    private Process process;

    PackagedProduct(EmbeddedDatabase database, Path log) throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        command = new ProcessBuilder("bin/ringstuga");
        var environment = command.environment();
        environment.put("RINGSTUGA_DEMO", "false");
        environment.put("RINGSTUGA_JDBC_URL", database.jdbcUrl());
        environment.put("RINGSTUGA_JDBC_USERNAME", database.username());
        environment.put("RINGSTUGA_JDBC_PASSWORD", database.password());
        environment.put("RINGSTUGA_BOOTSTRAP_TOKEN", TOKEN);
        environment.put("RINGSTUGA_BOOTSTRAP_ORGANIZATION", SLUG);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        start();
    }

    /** What was answered. */
    record Answer(int status, JsonNode body) {

        long number(String field) {
            return body.path(field).asLong();
        }
    }

    void start() throws IOException {
        process = command.start();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("the product did not become ready");
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "application/json", "");
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, "application/json", body);
    }

    Answer put(String path, String body) throws IOException, InterruptedException {
        return send("PUT", path, "application/json", body);
    }

    Answer importRegister(String csv) throws IOException, InterruptedException {
        return send("POST", "/people/imports", "text/csv", csv);
    }

    private Answer send(String method, String path, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address("/api/organizations/" + SLUG + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), json.readTree(answer.body()));
    }

    private boolean ready() {
        try {
            var request = HttpRequest.newBuilder(address("/q/health/ready")).timeout(Duration.ofSeconds(5));
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
