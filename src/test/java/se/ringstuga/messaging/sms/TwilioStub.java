package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import se.ringstuga.messaging.sms.StubFate.Answer;
import se.ringstuga.messaging.sms.StubFate.Telling;

/**
 * A Twilio that can be made to stumble in every way that the real one has: over real HTTP, with signed reports and a log
 * of its own. Runs in a test, or as a process by its {@code main}; {@code GET /stub/state} then tells what is going on.
 */
public final class TwilioStub implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long FLUSHED_EVERY = 100;

    private final StubSettings settings;
    private final HttpServer server;
    private final StubTimer timer = new StubTimer();
    private final StubLog log;
    private final StubReports reports;
    private final StubMessages messages = new StubMessages();
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Map<String, AtomicInteger> postsTo = new ConcurrentHashMap<>();
    private final Map<String, Queue<Scripted>> script = new ConcurrentHashMap<>();
    private final Queue<FormParameters> forms = new ConcurrentLinkedQueue<>();
    private final Queue<FormParameters> listings = new ConcurrentLinkedQueue<>();

    private record Scripted(
            Answer answer, Telling telling, @Nullable String refusal) {}

    /** Arguments as in {@link StubSettings}; prints the port and runs until it is ended. */
    public static void main(String... arguments) throws IOException {
        var stub = new TwilioStub(StubSettings.of(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(stub::close));
        System.out.println("listening on " + stub.port());
    }

    TwilioStub(StubSettings settings) throws IOException {
        // Otherwise the last packet of each answer waits for the acknowledgement of the one before.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.settings = settings;
        this.log = new StubLog(settings);
        this.reports = new StubReports(timer, settings, log);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 512);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2010-04-01/Accounts/" + settings.accountSid() + "/Messages.json", this::messages);
        server.createContext("/stub/state", this::state);
        server.start();
        timer.every(FLUSHED_EVERY, log::flush);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String baseUrl() {
        return "http://localhost:" + port();
    }

    StubLog log() {
        return log;
    }

    /** The forms of all POSTs, in order of arrival; kept only where the log is. */
    List<FormParameters> forms() {
        return List.copyOf(forms);
    }

    /** What the list was asked for, in order; kept only where the log is. */
    List<FormParameters> listings() {
        return List.copyOf(listings);
    }

    /** What happens to the next POSTs to a number, in this order. */
    void script(String to, Answer... answers) {
        for (var answer : answers) {
            scripted(to).add(new Scripted(answer, Telling.PROMPT, null));
        }
    }

    void script(String to, Telling telling) {
        scripted(to).add(new Scripted(Answer.CREATED, telling, null));
    }

    void refuse(String to, String code) {
        scripted(to).add(new Scripted(Answer.CREATED, Telling.PROMPT, code));
    }

    private Queue<Scripted> scripted(String to) {
        return script.computeIfAbsent(to, _ -> new ConcurrentLinkedQueue<>());
    }

    /** Somebody texts one of our numbers. */
    void text(String address, String from, String to, String text) {
        reports.send(
                address,
                Map.of(
                        "MessageSid",
                        "SM" + "f".repeat(24) + "%08x".formatted(posts.incrementAndGet()),
                        "AccountSid",
                        settings.accountSid(),
                        "From",
                        from,
                        "To",
                        to,
                        "Body",
                        text,
                        "NumMedia",
                        "0"));
    }

    private void messages(HttpExchange exchange) throws IOException {
        if (!authenticated(exchange)) {
            answer(exchange, 401, error(20003, 401));
        } else if (exchange.getRequestMethod().equals("POST")) {
            post(exchange);
        } else {
            var query =
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
            var path = exchange.getRequestURI().getPath();
            var asked = FormParameters.parse(query);
            if (settings.log().isEmpty()) {
                listings.add(asked);
            }
            answer(exchange, 200, messages.page(path, asked, clock.instant()));
        }
    }

    private void post(HttpExchange exchange) throws IOException {
        var n = posts.incrementAndGet();
        inFlight.incrementAndGet();
        var form = FormParameters.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        if (settings.log().isEmpty()) {
            forms.add(form);
        }
        var to = form.first("To").orElse("");
        var address = form.first("StatusCallback").orElse("");
        log.add("posted", "n", n, "to", to, "callback", address);
        var chosen = Optional.ofNullable(scripted(to).poll());
        var refusal = StubRules.flaw(form)
                .or(() -> chosen.map(Scripted::refusal))
                .or(() -> chosen.isPresent() ? Optional.empty() : StubFate.refusal(settings, to));
        if (refusal.isPresent()) {
            log.add("refused", "n", n, "to", to, "code", refusal.get());
            finish(exchange, n, 400, error(Integer.parseInt(refusal.get()), 400));
            return;
        }
        var nth = postsTo.computeIfAbsent(to, _ -> new AtomicInteger()).getAndIncrement();
        var fate = chosen.map(by -> StubFate.of(settings, to, nth, by.answer(), by.telling()))
                .orElseGet(() -> StubFate.of(settings, to, nth));
        play(exchange, n, form, fate);
    }

    private void play(HttpExchange exchange, int n, FormParameters form, StubFate fate) {
        if (!fate.answer().accepts()) {
            timer.after(fate.answerAfter(), () -> finish(exchange, n, fate, Map.of()));
        } else if (fate.answer() == Answer.HUNG_THEN_ACCEPTED) {
            timer.after(fate.answerAfter(), () -> finish(exchange, n, fate, accept(n, form, fate)));
        } else {
            var json = accept(n, form, fate);
            timer.after(fate.answerAfter(), () -> finish(exchange, n, fate, json));
        }
    }

    private Map<String, Object> accept(int n, FormParameters form, StubFate fate) {
        var single = new HashMap<String, String>();
        form.values().forEach((name, values) -> single.put(name, values.getFirst()));
        var message = new StubMessages.Kept(fate.sid(), single, clock.instant(), fate.listedAfter());
        messages.add(message);
        accepted.incrementAndGet();
        log.add(
                "accepted",
                "n",
                n,
                "sid",
                fate.sid(),
                "to",
                single.get("To"),
                "text",
                single.get("Body"),
                "callback",
                single.get("StatusCallback"),
                "validity",
                single.get("ValidityPeriod"));
        var json = message.json();
        fate.reports().forEach(report -> timer.after(report.after(), () -> report(message, report)));
        return json;
    }

    private void report(StubMessages.Kept message, StubFate.Report report) {
        if (message.become(report.status(), report.code())) {
            log.add("status", "sid", message.sid(), "status", report.status(), "code", report.code());
        }
        var address = message.form().get("StatusCallback");
        for (int i = 0; address != null && i < report.told(); i++) {
            var form = new LinkedHashMap<String, String>();
            form.put("AccountSid", settings.accountSid());
            form.put("ApiVersion", "2010-04-01");
            form.put("From", message.form().getOrDefault("From", ""));
            form.put("To", message.form().getOrDefault("To", ""));
            form.put("MessageSid", message.sid());
            form.put("SmsSid", message.sid());
            form.put("MessageStatus", report.status());
            form.put("SmsStatus", report.status());
            if (report.code() != null) {
                form.put("ErrorCode", report.code());
            }
            reports.send(address, form);
        }
    }

    private void finish(HttpExchange exchange, int n, StubFate fate, Map<String, Object> json) {
        switch (fate.answer()) {
            case CREATED, HUNG_THEN_ACCEPTED -> finish(exchange, n, 201, json);
            case TOO_MANY -> finish(exchange, n, 429, error(20429, 429));
            case FAILED_BEFORE, FAILED_AFTER -> finish(exchange, n, 500, error(20500, 500));
            case UNAVAILABLE -> finish(exchange, n, 503, error(20503, 503));
            case DROPPED_BEFORE, DROPPED_AFTER -> drop(exchange, n);
            case HALF_ANSWERED -> {
                half(exchange);
                drop(exchange, n);
            }
        }
    }

    private void finish(HttpExchange exchange, int n, int status, Map<String, Object> json) {
        inFlight.decrementAndGet();
        log.add("answered", "n", n, "status", status);
        try {
            answer(exchange, status, json);
        } catch (IOException _) {
            // Who asked has gone: hung, timed out or killed. The log says what was done.
            exchange.close();
        }
    }

    private void drop(HttpExchange exchange, int n) {
        inFlight.decrementAndGet();
        log.add("answered", "n", n, "status", 0);
        exchange.close();
    }

    private static void half(HttpExchange exchange) {
        try {
            exchange.sendResponseHeaders(201, 1000);
            exchange.getResponseBody().write("{\"sid\":\"SM".getBytes(UTF_8));
            exchange.getResponseBody().flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void state(HttpExchange exchange) throws IOException {
        log.flush();
        answer(
                exchange,
                200,
                Map.of(
                        "posts", posts.get(),
                        "accepted", accepted.get(),
                        "inFlight", inFlight.get(),
                        "reports", reports.waiting()));
    }

    private boolean authenticated(HttpExchange exchange) {
        var expected = Base64.getEncoder()
                .encodeToString((settings.accountSid() + ":" + settings.authToken()).getBytes(UTF_8));
        return ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static Map<String, Object> error(int code, int status) {
        return Map.of(
                "code",
                code,
                "message",
                "told by a stub",
                "more_info",
                "https://www.twilio.com/docs/errors/" + code,
                "status",
                status);
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> json) throws IOException {
        var body = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
        if (status == 429) {
            exchange.getResponseHeaders().set("Retry-After", "2");
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        timer.close();
        server.stop(0);
        log.close();
    }
}
