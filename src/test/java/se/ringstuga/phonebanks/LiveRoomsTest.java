package se.ringstuga.phonebanks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is sent to pages that stay open. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class LiveRoomsTest extends PhoneBankTest {

    @TestHTTPResource("/")
    URI address;

    @Inject
    LiveRooms rooms;

    /** A wall's open line. */
    private static final class Line implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final BufferedReader reader;
        private final int status;

        Line(URI address) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(30))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            status = answer.statusCode();
            reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        }

        /** Reads on until a line fits; fails when the server ends first. */
        String until(Predicate<String> fits) throws IOException {
            var read = new ArrayList<String>();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                read.add(line);
                if (fits.test(line)) {
                    return String.join("\n", read);
                }
            }
            throw new AssertionError("the line ended after " + read);
        }

        boolean ends() throws IOException {
            var line = reader.readLine();
            while (line != null) {
                line = reader.readLine();
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            reader.close();
            client.shutdownNow();
        }
    }

    private Line wall(JsonPath bank) throws IOException, InterruptedException {
        var path = URI.create(bank.getString("wallLink")).getPath();
        return new Line(address.resolve(path + "/live"));
    }

    @Test
    void theWallIsToldWhatMovesAndNamesNoMember() throws Exception {
        var bank = open();
        try (var line = wall(bank)) {
            assertThat(line.status).isEqualTo(200);
            line.until(one -> one.contains("Ingen ringer än"));
            var caller = comesIn(bank, "Noor");
            line.until(one -> one.contains("Noor"));
            var claim = claims.claim(caller, assignment, caller.caller()).claim();
            line.until(one -> one.contains("läser på"));
            claims.dialled(caller, claim.id());
            var told = line.until(one -> one.contains("ringer 0 min"));
            assertThat(told).doesNotContain("Fatima", "Göran", "Maj-Britt");
        }
    }

    @Test
    void allLinesEndWhenTheEveningCloses() throws Exception {
        var bank = open();
        try (var one = wall(bank);
                var other = wall(bank)) {
            one.until(line -> line.contains("data-part"));
            other.until(line -> line.contains("data-part"));
            as(token).put(at(bank.getLong("id"), "/closing")).then().statusCode(200);
            one.until(line -> line.contains("event:closed") || line.contains("event: closed"));
            assertThat(one.ends()).isTrue();
            assertThat(other.ends()).isTrue();
        }
    }

    @Test
    void aRevokedLinkIsLetGoWithinSeconds() throws Exception {
        var bank = open();
        try (var line = wall(bank)) {
            line.until(one -> one.contains("data-part"));
            as(token).delete(at(bank.getLong("id"), "/wall")).then().statusCode(204);
            line.until(one -> one.startsWith("event") && one.endsWith("out"));
            assertThat(line.ends()).isTrue();
        }
    }

    @Test
    void aPageThatWentAwayHoldsNothing() throws Exception {
        var bank = open();
        try (var line = wall(bank)) {
            line.until(one -> one.contains("data-part"));
            assertThat(rooms.watching()).isEqualTo(1);
        }
        for (int i = 0; rooms.watching() > 0 && i < 1000; i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(rooms.watching()).isZero();
    }

    @Test
    void oneSessionHasNoMoreLinesThanItNeeds() throws Exception {
        var bank = open();
        List<Line> lines = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                lines.add(wall(bank));
                assertThat(lines.getLast().status).isEqualTo(200);
            }
            lines.add(wall(bank));
            assertThat(lines.getLast().status).isEqualTo(429);
        } finally {
            for (var line : lines) {
                line.close();
            }
        }
    }
}
