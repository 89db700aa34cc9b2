package se.ringstuga.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import se.ringstuga.database.EmbeddedDatabase;

/**
 * {@code bin/bench evening}: forty callers and two walls in one ringstuga, at a human pace sped up tenfold. The callers come
 * in by the code and call on their pages; a wall's lag is counted from the answer that a caller's report is taken.
 */
final class EveningBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "bench-token-that-is-long-enough-for-a-start";
    private static final String METRICS = "bench-metrics-token";
    private static final String ROOT = "bench";
    private static final int PORT = 18_476;
    private static final int PEOPLE = 4_000;
    private static final int WALLS = 2;
    private static final double MB = 1e6;

    private final Pace pace;
    private final Path folder;
    private final Figures figures = new Figures();
    private final EveningTally tally = new EveningTally();

    /** {@code quick} shows that the bench works, not how the product keeps. */
    record Pace(int callers, int firstSeconds, int seconds) {

        static Pace of(boolean quick) {
            return quick ? new Pace(8, 10, 30) : new Pace(40, 60, 600);
        }
    }

    /** What the product holds at one moment. */
    private record Held(long threads, long connections, double heapMegabytes) {}

    private EveningBench(Pace pace, Path folder) {
        this.pace = pace;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "evening-");
        var bounds = new EveningBench(Pace.of(List.of(args).contains("--quick")), folder).run();
        System.exit(bounds.told(System.err));
    }

    private Bounds run() throws Exception {
        figures.setting("pace", pace.toString());
        figures.setting("java", Runtime.version().toString());
        figures.setting("processors", Runtime.getRuntime().availableProcessors());
        try (var database = EmbeddedDatabase.start(folder.resolve("data"));
                var product = Product.start(PORT, environment(database), folder.resolve("product.log"))) {
            var evening = open();
            var walls = new ArrayList<EveningWall>();
            for (int i = 0; i < WALLS; i++) {
                walls.add(EveningWall.watch(PORT, path(evening, "wallLink"), tally));
            }
            var lists = new Lists(database.jdbcUrl(), database.username(), database.password());
            held(product, lists, callAll(evening));
            walls.forEach(EveningWall::close);
        }
        return written();
    }

    private static Map<String, String> environment(EmbeddedDatabase database) {
        return Map.of(
                "RINGSTUGA_JDBC_URL",
                database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                database.username(),
                "QUARKUS_DATASOURCE_PASSWORD",
                database.password(),
                "RINGSTUGA_SECRET",
                "bench-secret-that-is-long-enough-for-a-start",
                "RINGSTUGA_METRICS_TOKEN",
                METRICS,
                "RINGSTUGA_BOOTSTRAP_TOKEN",
                TOKEN,
                "RINGSTUGA_BOOTSTRAP_ORGANIZATION",
                ROOT,
                // Ten times faster, a caller has ten times as many an hour.
                "RINGSTUGA_CALLING_CLAIMS_AN_HOUR",
                "1000");
    }

    private JsonNode open() throws IOException {
        try (var connection = new KeepAlive(PORT, TOKEN)) {
            var csv = Register.csv(0, PEOPLE);
            var imported = connection.send("POST", "/api/organizations/" + ROOT + "/people/imports", "text/csv", csv);
            if (imported.status() != 200) {
                throw new IOException("the import answered " + imported.status() + " " + imported.body());
            }
            var hours = Map.of("from", "00:00", "to", "23:59");
            var assignment = post(
                    connection,
                    "/call-assignments",
                    Map.of("title", "Alla", "target", Map.of("type", "hasPhone"), "callingHours", hours));
            return post(
                    connection,
                    "/ringstugor",
                    Map.of(
                            "assignmentId", assignment.path("id").asLong(),
                            "closesAt",
                                    Instant.ofEpochMilli(System.currentTimeMillis())
                                            .plus(Duration.ofHours(3))
                                            .toString()));
        }
    }

    static JsonNode post(KeepAlive connection, String path, Object body) throws IOException {
        var answer = connection.send("POST", "/api/organizations/" + ROOT + path, JSON.writeValueAsString(body));
        if (answer.status() / 100 != 2) {
            throw new IOException(path + " answered " + answer.status() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Everybody comes in, one after the other as at a door, and calls until the time is over. */
    private List<Thread> callAll(JsonNode evening) throws IOException, InterruptedException {
        var threads = new ArrayList<Thread>();
        var door = new EveningDoor(PORT, TOKEN, ROOT, evening);
        var until = new EveningTally.Until();
        for (int i = 0; i < pace.callers(); i++) {
            var caller = new EveningCaller(door.comesIn("Ringare " + i), tally, until, i);
            threads.add(Thread.ofPlatform().start(caller));
        }
        until.in(pace.seconds());
        return threads;
    }

    /** Looks after the first minute and at the end, with everybody still there. */
    private void held(Product product, Lists lists, List<Thread> callers) throws Exception {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(pace.firstSeconds()));
        var first = held(product, lists);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(pace.seconds() - pace.firstSeconds() - 5));
        var last = held(product, lists);
        for (var caller : callers) {
            caller.join();
        }
        figures.sample("held", Map.of("first", first.toString(), "last", last.toString()));
        figures.figure("threads_growth", (double) (last.threads() - first.threads()), "threads");
        figures.figure("connections_growth", (double) (last.connections() - first.connections()), "connections");
        figures.figure("heap_growth_mb", last.heapMegabytes() - first.heapMegabytes(), "MB");
    }

    private Held held(Product product, Lists lists) throws Exception {
        var pid = product.handle().pid();
        var collected = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        collected.waitFor();
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            var threads = lines.filter(line -> line.startsWith("Threads:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
            return new Held(
                    threads,
                    lists.ids("select count(*) from pg_stat_activity where application_name = 'ringstuga'")
                            .getFirst(),
                    heap());
        }
    }

    /** The metrics in Prometheus' text; asked for as JSON they come in another shape. */
    private static double heap() throws IOException {
        var metrics =
                URI.create("http://127.0.0.1:" + PORT + "/q/metrics").toURL().openConnection();
        metrics.setRequestProperty("Authorization", "Bearer " + METRICS);
        metrics.setRequestProperty("Accept", "text/plain");
        try (var in = metrics.getInputStream()) {
            var used = new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .toArray();
            if (used.length == 0) {
                throw new IOException("/q/metrics names no heap");
            }
            return Arrays.stream(used).sum() / MB;
        }
    }

    private Bounds written() throws IOException {
        var bounds = new Bounds();
        figures.figure("errors", tally.errors(), "errors");
        figures.figure("claims", tally.claimMillis().size(), "claims");
        figures.figure("claim_p99_ms", Figures.percentile(tally.claimMillis(), 0.99), "ms");
        figures.figure("wall_lag_p99_seconds", Figures.percentile(tally.lagSeconds(), 0.99), "s");
        figures.sample("claim_ms", tally.claimMillis());
        figures.sample("wall_lag_seconds", tally.lagSeconds());
        figures.sample("first_error", tally.firstError());
        figures.write(Path.of("target/bench/evening.json"));
        bounds.none("errors", tally.errors());
        bounds.below("claim_p99_ms", Figures.percentile(tally.claimMillis(), 0.99), 100);
        bounds.atMost("wall_lag_p99_seconds", Figures.percentile(tally.lagSeconds(), 0.99), 2);
        bounds.atMost("threads_growth", figures.value("threads_growth"), 4);
        bounds.atMost("connections_growth", figures.value("connections_growth"), 4);
        bounds.atMost("heap_growth_mb", figures.value("heap_growth_mb"), 24);
        return bounds;
    }

    static String path(JsonNode evening, String link) {
        return URI.create(evening.path(link).asText()).getPath();
    }
}
