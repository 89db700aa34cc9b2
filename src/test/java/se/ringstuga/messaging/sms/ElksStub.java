package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A 46elks, as far as text messages go: accepts, prices, refuses, drops, and reports without a signature. */
public final class ElksStub implements AutoCloseable {

    static final String USERNAME = "u-for-tests";
    static final String PASSWORD = "a password for tests alone";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DROPPED = 0;

    private final HttpServer server;
    private final StubTimer timer = new StubTimer();
    private final StubLog log = new StubLog(StubSettings.plain());
    private final Vertx vertx = Vertx.vertx();
    private final StubReports reports = new StubReports(vertx, StubSettings.plain(), log);
    private final Queue<FormParameters> forms = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> script = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ids = new AtomicInteger();

    /** With a port as its argument; runs until it is ended. */
    public static void main(String... arguments) throws IOException {
        var stub = new ElksStub(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
        System.out.println("listening on " + stub.baseUrl());
    }

    ElksStub(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/a1/sms", this::take);
        server.start();
    }

    String baseUrl() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<FormParameters> forms() {
        return List.copyOf(forms);
    }

    /** The next POST is answered with this status. */
    void answer(int status) {
        script.add(status);
    }

    /** The next POST is not answered at all. */
    void drop() {
        script.add(DROPPED);
    }

    /** Somebody texts one of our numbers. */
    void text(String address, String from, String to, String text) {
        reports.send(
                address,
                Map.of(
                        "direction",
                        "incoming",
                        "id",
                        id(),
                        "from",
                        from,
                        "to",
                        to,
                        "created",
                        "2026-03-01T13:57:23.741000",
                        "message",
                        text));
    }

    private void take(HttpExchange exchange) throws IOException {
        var form = FormParameters.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        forms.add(form);
        var scripted = Optional.ofNullable(script.poll());
        var expected = "Basic " + Base64.getEncoder().encodeToString((USERNAME + ":" + PASSWORD).getBytes(UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            write(exchange, 401, "API access requires Basic HTTP authentication");
        } else if (scripted.isPresent() && scripted.get() == DROPPED) {
            exchange.close();
        } else if (scripted.isPresent()) {
            write(exchange, scripted.get(), "{\"error\": \"told by a stub\"}");
        } else {
            write(exchange, 200, JSON.writeValueAsString(accepted(form)));
        }
    }

    private Map<String, Object> accepted(FormParameters form) {
        var parts = SmsText.of(form.first("message").orElse("")).parts();
        var json = new LinkedHashMap<String, Object>();
        json.put("status", "created");
        json.put("direction", "outgoing");
        json.put("from", form.first("from").orElse(""));
        json.put("created", "2026-03-01T13:37:42.314100");
        json.put("parts", parts);
        json.put("to", form.first("to").orElse(""));
        if (form.first("dryrun").filter("yes"::equals).isPresent()) {
            json.put("estimated_cost", 5000 * parts);
            return json;
        }
        var id = id();
        json.put("cost", 5000 * parts);
        json.put("id", id);
        form.first("whendelivered").ifPresent(address -> {
            timer.after(20, () -> reports.send(address, Map.of("id", id, "status", "sent")));
            timer.after(
                    40,
                    () -> reports.send(
                            address,
                            Map.of("id", id, "status", "delivered", "delivered", "2026-03-01T13:38:15.123000")));
        });
        return json;
    }

    private String id() {
        return "s%032x".formatted(ids.incrementAndGet());
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        timer.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.stop(0);
    }
}
