package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.ringstuga.calling.PackagedProduct.Answer;
import se.ringstuga.database.EmbeddedDatabase;

/** The packaged product is killed in the middle of an evening and started again on the same, durable database. */
@Timeout(240)
class CrashIT {

    private static final int VOLUNTEERS = 50;
    private static final int ANSWERED_BEFORE_THE_KILL = 8;
    private static final String REPORT = """
            {"outcome": "REACHED", "note": "Vill gärna vara med."}""";

    @TempDir
    static Path directory;

    private static EmbeddedDatabase database;
    private static PackagedProduct product;

    @BeforeAll
    static void aRegister() throws Exception {
        database = EmbeddedDatabase.start(directory.resolve("data"));
        product = new PackagedProduct(database, Path.of("target", "crash-test.log"));
        var members = Stream.concat(
                IntStream.range(0, 3).mapToObj(i -> member(i, "2026-01-01")),
                IntStream.range(3, 3 + VOLUNTEERS).mapToObj(i -> member(i, "2010-01-01")));
        var register = members.collect(Collectors.joining("\n", "Medlemsnummer;Förnamn;Mobil;Inträdesdatum\n", "\n"));
        assertThat(product.importRegister(register).number("created")).isEqualTo(3 + VOLUNTEERS);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (product != null) {
            product.stop();
        }
        database.close();
    }

    @Test
    void aClaimOutlivesTheProcess() throws Exception {
        var assignment = assignment("\"after\": \"2020-01-01\"");
        var caller = caller(assignment);
        var claim = claim(assignment, caller);
        assertThat(claim.status()).isEqualTo(201);

        product.kill();
        product.start();

        var again = claim(assignment, caller);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.number("id")).isEqualTo(claim.number("id"));
        assertThat(List.of(
                        person(claim(assignment, caller(assignment))), person(claim(assignment, caller(assignment)))))
                .doesNotHaveDuplicates()
                .doesNotContain(person(claim), 0L);
        assertThat(claim(assignment, caller(assignment)).status()).isEqualTo(409);

        var first = report(claim.number("id"));
        assertThat(first.status()).isEqualTo(200);
        assertThat(report(claim.number("id"))).isEqualTo(first);
        assertThat(product.put("/claims/" + claim.number("id") + "/report", "{\"outcome\": \"BUSY\"}")
                        .status())
                .isEqualTo(409);
        var statistics = statistics(assignment);
        assertThat(statistics.number("calls")).isEqualTo(1);
        assertThat(statistics.number("reached")).isEqualTo(1);
        assertThat(statistics.number("beingCalled")).isEqualTo(2);
        assertThat(statistics.number("people")).isEqualTo(3);
    }

    @Test
    void everyReportCountsOnceWhereverTheProcessDied() throws Exception {
        var assignment = assignment("\"before\": \"2020-01-01\"");
        var claims = new ArrayList<Long>();
        for (int volunteer = 0; volunteer < VOLUNTEERS; volunteer++) {
            claims.add(claim(assignment, caller(assignment)).number("id"));
        }

        var answered = reportAllAndKill(claims);
        product.start();

        assertThat(answered).hasSizeGreaterThanOrEqualTo(ANSWERED_BEFORE_THE_KILL);
        assertThat(reported(assignment)).containsAll(answered);
        for (var claim : claims) {
            assertThat(report(claim).status()).isEqualTo(200);
        }
        assertThat(reported(assignment)).containsExactlyInAnyOrderElementsOf(claims);
        assertThat(numbers("select call_id from call_note where assignment_id = " + assignment))
                .containsExactlyInAnyOrderElementsOf(claims);
        assertThat(numbers("select distinct attempts from call_queue_entry where assignment_id = " + assignment))
                .containsExactly(1L);
        var statistics = statistics(assignment);
        assertThat(statistics.number("calls")).isEqualTo(VOLUNTEERS);
        assertThat(statistics.number("reached")).isEqualTo(VOLUNTEERS);
        assertThat(statistics.number("done")).isEqualTo(VOLUNTEERS);
    }

    /** All at once; the process dies when the first few have their answer. Gives the claims that were answered 200. */
    private static List<Long> reportAllAndKill(List<Long> claims) throws Exception {
        var first = new CountDownLatch(ANSWERED_BEFORE_THE_KILL);
        var answered = ConcurrentHashMap.<Long>newKeySet();
        var reports = claims.stream()
                .<Callable<Boolean>>map(claim -> () -> {
                    var accepted = report(claim).status() == 200 && answered.add(claim);
                    first.countDown();
                    return accepted;
                })
                .toList();
        try (var volunteers = Executors.newVirtualThreadPerTaskExecutor()) {
            var killed = volunteers.submit(() -> {
                first.await();
                product.kill();
                return true;
            });
            assertThat(volunteers.invokeAll(reports)).hasSameSizeAs(claims);
            assertThat(killed.get()).isTrue();
        }
        return List.copyOf(answered);
    }

    private static String member(int index, String joined) {
        return "%d;Medlem %d;070-1%06d;%s".formatted(1000 + index, index, 100_000 + index, joined);
    }

    private static long assignment(String joined) throws IOException, InterruptedException {
        return product.post("/call-assignments", """
                        {"title": "Ring", "target": {"type": "joined", %s},
                         "callingHours": {"from": "00:00", "to": "23:59"}}""".formatted(joined)).number("id");
    }

    private static long caller(long assignment) throws IOException, InterruptedException {
        return product.post("/call-assignments/" + assignment + "/callers", "{\"name\": \"Vera\"}")
                .number("id");
    }

    private static Answer claim(long assignment, long caller) throws IOException, InterruptedException {
        return product.post("/call-assignments/" + assignment + "/claims", "{\"callerId\": " + caller + "}");
    }

    private static Answer report(long claim) throws IOException, InterruptedException {
        return product.put("/claims/" + claim + "/report", REPORT);
    }

    private static Answer statistics(long assignment) throws IOException, InterruptedException {
        return product.get("/call-assignments/" + assignment + "/statistics");
    }

    private static long person(Answer claim) {
        return claim.body().path("person").path("id").asLong();
    }

    private static List<Long> reported(long assignment) throws SQLException {
        return numbers("select id from call where state = 'REPORTED' and assignment_id = " + assignment);
    }

    private static List<Long> numbers(String query) throws SQLException {
        var numbers = new ArrayList<Long>();
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
