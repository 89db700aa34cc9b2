package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import se.ringstuga.messaging.sms.StubFate.Answer;
import se.ringstuga.messaging.sms.StubFate.Telling;

/**
 * A Twilio that can be made to stumble in every way that the real one has: over real HTTP, with signed reports and a log
 * of its own. Runs in a test, or as a process by its {@code main}; {@code GET /stub/state} then tells what is going on.
 *
 * <p>What stands in the path before {@code /2010-04-01}, as in {@code http://localhost:4020/first}, is the name of who asks:
 * it stands in the log, so that a request is known for that of a process that was killed.
 */
public final class TwilioStub implements AutoCloseable {

    private static final String API = "/2010-04-01/";

    private final StubSettings settings;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;
    private final StubLog log;
    private final StubReports reports;
    private final StubMessages messages;
    private final StubAlerts alerts;
    private final Clock clock = Clock.systemUTC();
    private final String credentials;
    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();
    private final Map<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> listing = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> postsTo = new ConcurrentHashMap<>();
    private final Map<String, Queue<Scripted>> script = new ConcurrentHashMap<>();
    private final Queue<FormParameters> forms = new ConcurrentLinkedQueue<>();
    private final Queue<FormParameters> listings = new ConcurrentLinkedQueue<>();
    private final Queue<FormParameters> alertings = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean reporting;
    private final AtomicInteger pagesLeft = new AtomicInteger(Integer.MAX_VALUE);

    private record Scripted(
            Answer answer, Telling telling, @Nullable String refusal) {}

    /** One POST, from its arrival to its answer. */
    private record Post(int n, String by, FormParameters form, HttpServerRequest request) {
        String to() {
            return form.first("To").orElse("");
        }
    }

    /** Arguments as in {@link StubSettings}; prints the port and runs until it is ended. */
    public static void main(String... arguments) {
        var stub = new TwilioStub(StubSettings.of(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(stub::close));
        System.out.println("listening on " + stub.port());
    }

    TwilioStub(StubSettings settings) {
        this.settings = settings;
        this.reporting = settings.reports();
        this.log = new StubLog(settings);
        this.messages = new StubMessages(settings.listPage());
        this.alerts = new StubAlerts(settings);
        this.reports = new StubReports(vertx, settings, log);
        this.credentials = "Basic "
                + Base64.getEncoder()
                        .encodeToString((settings.accountSid() + ":" + settings.authToken()).getBytes(UTF_8));
        this.server = await(vertx.createHttpServer(
                        new HttpServerOptions().setMaxFormAttributeSize(-1).setIdleTimeout(0))
                .requestHandler(this::handle)
                .exceptionHandler(_ -> {
                    // Who asked has gone: hung, timed out or killed. The log says what was done.
                })
                .listen(settings.port(), InetAddress.getLoopbackAddress().getHostAddress()));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    int port() {
        return server.actualPort();
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

    /** The same of the log of errors, single entries too. */
    List<FormParameters> alertings() {
        return List.copyOf(alertings);
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
        var form = new LinkedHashMap<String, String>();
        form.put("MessageSid", "SM" + "f".repeat(24) + "%08x".formatted(posts.incrementAndGet()));
        form.put("AccountSid", settings.accountSid());
        form.put("From", from);
        form.put("To", to);
        form.put("Body", text);
        form.put("NumMedia", "0");
        reports.send(address, form);
    }

    /** Somebody texts one of our numbers, and only the list tells of it. */
    void listText(String from, String to, String text) {
        var sid = "SM" + "e".repeat(24) + "%08x".formatted(posts.incrementAndGet());
        messages.add(StubMessages.Kept.inbound(sid, Map.of("From", from, "To", to, "Body", text), clock.instant()));
    }

    /** So many more pages of the list, or of the log of errors, are shown, and then none. */
    void breakListAfter(int pages) {
        pagesLeft.set(pages);
    }

    private void handle(HttpServerRequest request) {
        var at = request.path().indexOf(API);
        var alertsAt = request.path().indexOf(StubAlerts.PATH);
        if (request.path().startsWith("/stub/")) {
            request.end().onSuccess(_ -> control(request));
        } else if (alertsAt < 0
                && (at < 0 || !request.path().endsWith("/Accounts/" + settings.accountSid() + "/Messages.json"))) {
            StubAnswer.send(request, 404, StubAnswer.error(20404, 404));
        } else if (!credentials.equals(request.getHeader("Authorization"))) {
            StubAnswer.send(request, 401, StubAnswer.error(20003, 401));
        } else if (alertsAt >= 0) {
            request.end().onSuccess(_ -> alerts(request, request.path().substring(alertsAt)));
        } else {
            var by = request.path().substring(0, at).replaceFirst("^/", "");
            if (request.method().equals(HttpMethod.POST)) {
                request.body().onSuccess(body -> post(request, by, body));
            } else {
                request.end().onSuccess(_ -> list(request, by, request.path().substring(at)));
            }
        }
    }

    private void alerts(HttpServerRequest request, String path) {
        var asked = query(request);
        if (settings.log().isEmpty()) {
            alertings.add(asked);
        }
        if (pagesLeft.getAndDecrement() <= 0) {
            StubAnswer.send(request, 503, StubAnswer.error(20503, 503));
            return;
        }
        alerts.answer(path, asked, clock.instant())
                .ifPresentOrElse(
                        found -> StubAnswer.send(request, 200, found),
                        () -> StubAnswer.send(request, 404, StubAnswer.error(20404, 404)));
    }

    private static FormParameters query(HttpServerRequest request) {
        return FormParameters.parse(Optional.ofNullable(request.query()).orElse(""));
    }

    private void list(HttpServerRequest request, String by, String path) {
        var asked = query(request);
        if (settings.log().isEmpty()) {
            listings.add(asked);
        }
        counted(listing, by).incrementAndGet();
        var n = pages.incrementAndGet();
        log.add("asked", "n", n, "by", by);
        after(settings.listTakes(), () -> {
            counted(listing, by).decrementAndGet();
            log.add("listed", "n", n);
            if (pagesLeft.getAndDecrement() > 0) {
                StubAnswer.send(request, 200, messages.page(path, asked, clock.instant()));
            } else {
                StubAnswer.send(request, 503, StubAnswer.error(20503, 503));
            }
        });
    }

    private void post(HttpServerRequest request, String by, Buffer body) {
        var post = new Post(posts.incrementAndGet(), by, FormParameters.parse(body.toString(UTF_8)), request);
        counted(inFlight, by).incrementAndGet();
        if (settings.log().isEmpty()) {
            forms.add(post.form());
        }
        var to = post.to();
        log.add("posted", "n", post.n(), "to", to, "by", by);
        var chosen = Optional.ofNullable(script.get(to)).map(Queue::poll);
        var refusal = StubRules.flaw(post.form())
                .or(() -> chosen.map(Scripted::refusal))
                .or(() -> chosen.isPresent() ? Optional.empty() : StubFate.refusal(settings, to));
        if (refusal.isPresent()) {
            log.add("refused", "n", post.n(), "to", to, "code", refusal.get());
            alerts.add(refusal.get(), post.form(), clock.instant(), settings.listLag());
            finish(post, 400, StubAnswer.error(Integer.parseInt(refusal.get()), 400));
            return;
        }
        var nth = postsTo.computeIfAbsent(to, _ -> new AtomicInteger()).getAndIncrement();
        play(
                post,
                chosen.map(scripted -> StubFate.of(settings, to, nth, scripted.answer(), scripted.telling()))
                        .orElseGet(() -> StubFate.of(settings, to, nth)));
    }

    private void play(Post post, StubFate fate) {
        if (!fate.answer().accepts()) {
            after(fate.answerAfter(), () -> finish(post, fate, Map.of()));
        } else if (fate.answer() == Answer.HUNG_THEN_ACCEPTED) {
            after(fate.answerAfter(), () -> finish(post, fate, accept(post, fate)));
        } else {
            var json = accept(post, fate);
            after(fate.answerAfter(), () -> finish(post, fate, json));
        }
    }

    private Map<String, Object> accept(Post post, StubFate fate) {
        var single = new LinkedHashMap<String, String>();
        post.form().values().forEach((name, values) -> single.put(name, values.getFirst()));
        var message = new StubMessages.Kept(fate.sid(), single, clock.instant(), fate.listedAfter());
        if (settings.listed()) {
            messages.add(message);
        }
        accepted.incrementAndGet();
        log.add(
                "accepted",
                "n",
                post.n(),
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
        if (reporting) {
            fate.reports().forEach(report -> {
                reports.announced();
                after(report.after(), () -> {
                    report(message, report);
                    reports.due();
                });
            });
        }
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

    private void finish(Post post, StubFate fate, Map<String, Object> json) {
        switch (fate.answer()) {
            case CREATED, HUNG_THEN_ACCEPTED -> finish(post, 201, json);
            case TOO_MANY -> finish(post, 429, StubAnswer.error(20429, 429));
            case FAILED_BEFORE, FAILED_AFTER -> finish(post, 500, StubAnswer.error(20500, 500));
            case UNAVAILABLE -> finish(post, 503, StubAnswer.error(20503, 503));
            case DROPPED_BEFORE, DROPPED_AFTER -> drop(post);
            case HALF_ANSWERED -> half(post);
        }
    }

    private void finish(Post post, int status, Map<String, Object> json) {
        answered(post, status);
        StubAnswer.send(post.request(), status, json);
    }

    private void drop(Post post) {
        answered(post, 0);
        post.request().connection().close();
    }

    private void half(Post post) {
        answered(post, 0);
        var response = post.request().response().setStatusCode(201).putHeader("Content-Length", "1000");
        response.write("{\"sid\":\"SM")
                .onComplete(_ -> post.request().connection().close());
    }

    private void answered(Post post, int status) {
        counted(inFlight, post.by()).decrementAndGet();
        log.add("answered", "n", post.n(), "status", status);
    }

    /** {@code /stub/state} tells; {@code /stub/reports?on=0} says that nothing is reported of what comes from now on. */
    private void control(HttpServerRequest request) {
        if (request.path().equals("/stub/reports")) {
            reporting = "1".equals(request.getParam("on"));
        }
        StubAnswer.send(
                request,
                200,
                Map.of(
                        "posts", posts.get(),
                        "accepted", accepted.get(),
                        "inFlight", inFlight,
                        "listing", listing,
                        "reports", reports.waiting()));
    }

    private static AtomicInteger counted(Map<String, AtomicInteger> counts, String by) {
        return counts.computeIfAbsent(by, _ -> new AtomicInteger());
    }

    private void after(long millis, Runnable what) {
        if (millis <= 0) {
            what.run();
        } else {
            vertx.setTimer(millis, _ -> what.run());
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            await(server.close());
            await(vertx.close());
            log.close();
        }
    }
}
