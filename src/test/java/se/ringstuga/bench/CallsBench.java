package se.ringstuga.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import se.ringstuga.bench.LoadGenerator.Job;
import se.ringstuga.bench.LoadGenerator.Mode;
import se.ringstuga.database.EmbeddedDatabase;

/**
 * {@code bin/bench calls}: the import, the claims and the reports over HTTP, beside what PostgreSQL does by itself in the
 * same run. Figures of two runs on one machine may differ by half; the ratios do not.
 */
final class CallsBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "bench-token-that-is-long-enough-for-a-start";
    private static final String ROOT = "bench";
    private static final int CONNECTIONS = 64;
    private static final int SLICE = 8_000;

    private final Pace pace;
    private final Figures figures = new Figures();
    private final Path folder;
    private final int port = 18_473;
    private Optional<Cpu> cpu = Optional.empty();
    private final List<Map<String, Double>> cpuPerClaim = new ArrayList<>();
    private double importSeconds;
    private double claimsSmall;
    private double claimsLarge;
    private long doubleClaims;

    /** How long each part runs; {@code quick} shows that the bench works, not how fast the product is. */
    record Pace(int warmUpSeconds, double legSeconds, int legs, int cycleSeconds, int idleSeconds, int large) {

        static Pace of(boolean quick) {
            return quick ? new Pace(3, 1, 1, 3, 2, 20_000) : new Pace(30, 10, 3, 30, 60, 100_000);
        }
    }

    /** A list of people with an assignment open over all of them. */
    record CallList(String slug, long organization, long assignment, int people, JsonNode survey) {}

    private CallsBench(Pace pace, Path folder) {
        this.pace = pace;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        var quick = List.of(args).contains("--quick");
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "calls-");
        var wrong = new CallsBench(Pace.of(quick), folder).wrong();
        wrong.ifPresent(System.err::println);
        System.exit(wrong.isPresent() ? 1 : 0);
    }

    /** Measures, and tells why the figures are worth nothing, if they are; they are written all the same. */
    private Optional<String> wrong() throws Exception {
        var failures = 0;
        var sentence = Optional.<String>empty();
        try {
            run();
        } catch (RequestsFailed failed) {
            failures = failed.failures();
            sentence = Optional.of("The bench has ended: " + failed.getMessage());
        }
        figures.figure("failures", failures, "requests");
        figures.write(Path.of("target/bench/calls.json"));
        return sentence.or(
                () -> Optional.of("Somebody, or some number, was in two calls at once: " + doubleClaims + " times.")
                        .filter(_ -> doubleClaims > 0));
    }

    private void run() throws Exception {
        figures.setting("pace", pace.toString());
        figures.setting("java", Runtime.version().toString());
        figures.setting("processors", Runtime.getRuntime().availableProcessors());
        var data = folder.resolve("data");
        try (var database = EmbeddedDatabase.start(data);
                var generator = Generator.start()) {
            var environment = Map.of(
                    "RINGSTUGA_JDBC_URL",
                    database.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME",
                    database.username(),
                    "QUARKUS_DATASOURCE_PASSWORD",
                    database.password(),
                    "RINGSTUGA_SECRET",
                    "bench-secret-that-is-long-enough-for-a-start",
                    "RINGSTUGA_BOOTSTRAP_TOKEN",
                    TOKEN,
                    "RINGSTUGA_BOOTSTRAP_ORGANIZATION",
                    ROOT);
            try (var product = Product.start(port, environment, folder.resolve("product.log"))) {
                figures.sample("first_start_seconds", product.startSeconds());
                cpu = Optional.of(new Cpu(
                        Map.of("product", product.handle(), "generator", generator.handle()),
                        data.resolve("database/postmaster.pid")));
                measure(database, generator);
            }
        }
        atRest(data);
    }

    private void measure(EmbeddedDatabase database, Generator generator) throws Exception {
        var baselines = new Baselines(database.jdbcUrl(), database.username(), database.password());
        var lists = new Lists(database.jdbcUrl(), database.username(), database.password());
        var warm = list("bench-warm", 200_000, 40_000, lists);
        var small = list("bench-small", 0, 10_000, lists);
        var large = list("bench-large", 10_000, pace.large(), lists);
        imports(baselines, large);
        warmUp(generator, lists, warm);
        var rawBefore = raw(baselines, lists, large);
        claims(generator, lists, small, large);
        mixed(generator, lists, large);
        var rawAfter = raw(baselines, lists, large);
        ratios(rawBefore, rawAfter);
        doubleClaims = lists.doubleClaims();
        figures.figure("double_claims", (double) doubleClaims, "calls");
    }

    private CallList list(String slug, int first, int people, Lists lists) throws IOException, SQLException {
        post("/organizations", Map.of("kind", "ASSOCIATION", "name", slug, "slug", slug), ROOT);
        var csv = Register.csv(first, people);
        try (var connection = new KeepAlive(port, TOKEN)) {
            var start = System.nanoTime();
            var answer = connection.send("POST", "/api/organizations/" + slug + "/people/imports", "text/csv", csv);
            importSeconds = (System.nanoTime() - start) / 1e9;
            var created = JSON.readTree(answer.body()).path("created").asInt();
            if (answer.status() != 200 || created != people) {
                throw new IOException("the import answered " + answer.status() + " " + answer.body());
            }
        }
        var survey = survey(slug);
        var assignment = post("/call-assignments", assignment(survey.path("id").asLong()), slug)
                .path("id")
                .asLong();
        var organization = lists.ids("select id from organization where slug = '" + slug + "'")
                .getFirst();
        return new CallList(slug, organization, assignment, people, survey);
    }

    private static Map<String, Object> assignment(long survey) {
        return Map.of(
                "title",
                "Alla",
                "target",
                Map.of("type", "hasPhone"),
                "surveyId",
                survey,
                "callingHours",
                Map.of("from", "00:00", "to", "23:59"));
    }

    private JsonNode survey(String slug) throws IOException {
        var questions = List.of(
                Map.of(
                        "text",
                        "Vad vill du göra?",
                        "type",
                        "MULTIPLE_CHOICE",
                        "options",
                        List.of("Dela flygblad", "Ringa")),
                Map.of("text", "Hur viktigt?", "type", "SCALE"),
                Map.of("text", "Något mer?", "type", "TEXT"));
        return post("/surveys", Map.of("title", "Enkät", "questions", questions), slug);
    }

    private static String report(JsonNode survey) throws IOException {
        var questions = survey.path("questions");
        var answers = List.of(
                Map.of(
                        "questionId", questions.path(0).path("id").asLong(),
                        "optionIds",
                                List.of(questions
                                        .path(0)
                                        .path("options")
                                        .path(0)
                                        .path("id")
                                        .asLong())),
                Map.of("questionId", questions.path(1).path("id").asLong(), "value", 4),
                Map.of("questionId", questions.path(2).path("id").asLong(), "text", "Gärna fika"));
        return JSON.writeValueAsString(Map.of("outcome", "REACHED", "answers", answers));
    }

    private void imports(Baselines baselines, CallList large) throws SQLException, IOException {
        var copies = new ArrayList<Double>();
        for (int i = 0; i < 3; i++) {
            copies.add(baselines.copySeconds(large.organization()));
        }
        figures.sample("import_seconds", importSeconds);
        figures.sample("copy_seconds", copies);
        figures.figure("import_rows_per_second", large.people() / importSeconds, "rows/s");
        figures.figure("import_ratio_to_copy", importSeconds / Figures.median(copies), "times");
    }

    private List<Double> raw(Baselines baselines, Lists lists, CallList list) throws Exception {
        var rates = new ArrayList<Double>();
        for (int i = 0; i < pace.legs(); i++) {
            lists.refill(list.assignment());
            rates.add(baselines.rawClaims(list.assignment(), Math.max(1, (int) pace.legSeconds() / 2)));
        }
        lists.refill(list.assignment());
        return rates;
    }

    private void claims(Generator generator, Lists lists, CallList small, CallList large) throws Exception {
        var rates = Map.of(small.slug(), new ArrayList<Double>(), large.slug(), new ArrayList<Double>());
        var legs = new ArrayList<CallList>();
        for (int i = 0; i < pace.legs(); i++) {
            legs.addAll(List.of(small, large));
        }
        Collections.shuffle(legs, new Random(42));
        var reports = new ArrayList<Double>();
        for (var list : legs) {
            rates.get(list.slug()).add(leg(generator, lists, list, reports));
        }
        figures.sample("claims_per_second", rates);
        figures.sample("reports_per_second", reports);
        figures.sample("cpu_ms_per_claim", cpuPerClaim);
        claimsSmall = Figures.median(rates.get(small.slug()));
        claimsLarge = Figures.median(rates.get(large.slug()));
        figures.figure("claims_per_second", claimsLarge, "claims/s");
        figures.figure("claims_ratio_100k_to_10k", claimsLarge / claimsSmall, "ratio");
        figures.figure("reports_per_second", Figures.median(reports), "reports/s");
    }

    /** Claims a second over slices that together last long enough; the last slice's claims are reported. */
    private double leg(Generator generator, Lists lists, CallList list, List<Double> reports) throws Exception {
        var seconds = 0.0;
        var claimed = 0;
        List<Long> open = List.of();
        while (seconds < pace.legSeconds()) {
            lists.refill(list.assignment());
            var callers = lists.callers(list.assignment(), SLICE);
            var used = cpu.orElseThrow().used();
            var result = generator.run(job(Mode.CLAIMS, list, callers, 60));
            cpuPerClaim.add(cpu.orElseThrow().each(used, result.claims().size()));
            seconds += result.seconds();
            claimed += result.claims().size();
            open = result.claims();
            if (open.isEmpty()) {
                throw new IllegalStateException("no claim was answered");
            }
        }
        if (list.slug().equals("bench-large")) {
            var reported = generator.run(job(Mode.REPORTS, list, open, 120));
            reports.add(reported.reportMicros().size() / reported.seconds());
        }
        lists.refill(list.assignment());
        return claimed / seconds;
    }

    /** Calls of its own that stay: a table of calls that is never empty, as in any association that has called before. */
    private void warmUp(Generator generator, Lists lists, CallList warm) throws Exception {
        var callers = lists.callers(warm.assignment(), CONNECTIONS);
        generator.run(job(Mode.CYCLES, warm, callers, pace.warmUpSeconds()));
        lists.analyze();
    }

    private LoadGenerator.Result cycles(Generator generator, Lists lists, CallList list, int seconds) throws Exception {
        lists.refill(list.assignment());
        return generator.run(job(Mode.CYCLES, list, lists.callers(list.assignment(), CONNECTIONS), seconds));
    }

    private void mixed(Generator generator, Lists lists, CallList large) throws Exception {
        var result = cycles(generator, lists, large, pace.cycleSeconds());
        var millis = Figures.millis(result.claimMicros());
        lists.refill(large.assignment());
        figures.sample("claim_ms", millis);
        figures.sample("report_ms", Figures.millis(result.reportMicros()));
        figures.figure("cycles_per_second", result.reportMicros().size() / result.seconds(), "cycles/s");
        figures.figure("claim_p50_ms", Figures.percentile(millis, 0.5), "ms");
        figures.figure("claim_p99_ms", Figures.percentile(millis, 0.99), "ms");
    }

    private void ratios(List<Double> before, List<Double> after) {
        var all = new ArrayList<>(before);
        all.addAll(after);
        figures.sample("raw_claims_per_second", Map.of("before", before, "after", after));
        var raw = Figures.median(all);
        figures.figure("raw_claims_per_second", raw, "claims/s");
        figures.figure("claims_ratio", claimsLarge / raw, "ratio");
    }

    private Job job(Mode mode, CallList list, List<Long> subjects, int seconds) throws IOException {
        var base = "/api/organizations/" + list.slug();
        return new Job(
                mode, port, TOKEN, base, list.assignment(), subjects, report(list.survey()), CONNECTIONS, seconds);
    }

    /** Start-up and memory as installed with two commands: the embedded database, everything already there. */
    private void atRest(Path data) throws IOException {
        var environment = Map.of(
                "RINGSTUGA_DATA_DIR",
                data.toString(),
                "RINGSTUGA_SECRET",
                "bench-secret-that-is-long-enough-for-a-start");
        var starts = new ArrayList<Double>();
        for (int i = 0; i < 3; i++) {
            try (var product = Product.start(port, environment, folder.resolve("product.log"))) {
                starts.add(product.startSeconds());
            }
        }
        figures.sample("startup_seconds", starts);
        figures.figure("startup_seconds", Figures.median(starts), "s");
        try (var product = Product.start(port, environment, folder.resolve("product.log"))) {
            LockSupport.parkNanos(pace.idleSeconds() * 1_000_000_000L);
            figures.figure("idle_memory_mb", product.memoryMegabytes(data.resolve("database/postmaster.pid")), "MB");
        }
    }

    private JsonNode post(String path, Map<String, Object> body, String slug) throws IOException {
        try (var connection = new KeepAlive(port, TOKEN)) {
            var answer = connection.send("POST", "/api/organizations/" + slug + path, JSON.writeValueAsString(body));
            if (answer.status() != 201) {
                throw new IOException(path + " answered " + answer.status() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        }
    }
}
