package se.ringstuga.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bench whose requests fail must say so. */
class LoadGeneratorTest {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void aProductThatFailsAtTheThirdRequest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var body = "{\"id\":7}".getBytes(UTF_8);
            exchange.sendResponseHeaders(asked.incrementAndGet() == 3 ? 500 : 201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFailedRequestIsInTheResultAndEndsTheJob() throws InterruptedException {
        var result = claims(server.getAddress().getPort());

        assertThat(result.failures()).isEqualTo(1);
        assertThat(result.firstFailure()).startsWith("500");
        assertThat(result.claims()).hasSize(2);
        assertThat(asked).hasValue(3);
        assertThat(new RequestsFailed(result)).hasMessageStartingWith("1 requests failed, the first with 500");
    }

    @Test
    void aProductThatDoesNotAnswerFailsTheJob() throws InterruptedException {
        var port = server.getAddress().getPort();
        server.stop(0);

        assertThat(claims(port).failures()).isPositive();
    }

    private static LoadGenerator.Result claims(int port) throws InterruptedException {
        List<Long> callers = LongStream.rangeClosed(1, 100).boxed().toList();
        return new LoadGenerator(new LoadGenerator.Job(
                        LoadGenerator.Mode.CLAIMS, port, "token", "/api/organizations/a", 1, callers, "", 1, 10))
                .run();
    }
}
