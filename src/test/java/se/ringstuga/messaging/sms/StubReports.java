package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URLEncoder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Posts forms to an application as a provider does, and again where they are not taken. */
final class StubReports {

    private static final Pattern REPEATED = Pattern.compile("rc=([0-5])");
    private static final int AT_ONCE = 64;
    private static final int CONNECTING_MILLIS = 5_000;
    private static final long PATIENCE_MILLIS = 15_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final AtomicInteger waiting = new AtomicInteger();
    private final StubSettings settings;
    private final StubLog log;

    StubReports(Vertx vertx, StubSettings settings, StubLog log) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECTING_MILLIS),
                new PoolOptions().setHttp1MaxSize(AT_ONCE));
        this.settings = settings;
        this.log = log;
    }

    /**
     * Posts the form, signed with the settings' token, and up to as often again as the address's fragment asks for.
     *
     * @param address as the application gave it, with its fragment
     */
    void send(String address, Map<String, String> form) {
        var fragment = REPEATED.matcher(address);
        var again = fragment.find() ? Integer.parseInt(fragment.group(1)) : 1;
        waiting.incrementAndGet();
        var bare = address.replaceFirst("#.*", "");
        vertx.runOnContext(_ -> post(bare, new TreeMap<>(form), again, settings.retryStep()));
    }

    /** One will be sent later, and is waited for from now on. */
    void announced() {
        waiting.incrementAndGet();
    }

    /** What was announced has been sent, or is not to be. */
    void due() {
        waiting.decrementAndGet();
    }

    /** How many are announced, on their way or will be tried again. */
    int waiting() {
        return waiting.get();
    }

    private void post(String address, SortedMap<String, String> form, int again, long pause) {
        exchange(address, form).otherwise(0).onSuccess(status -> {
            if (status >= 200 && status < 300) {
                waiting.decrementAndGet();
                log.add("told", "sid", form.get("MessageSid"), "status", form.get("MessageStatus"), "http", status);
            } else if (again > 0) {
                vertx.setTimer(pause, _ -> post(address, form, again - 1, pause * 2));
            } else {
                waiting.decrementAndGet();
                log.add("untold", "sid", form.get("MessageSid"), "status", form.get("MessageStatus"), "http", status);
            }
        });
    }

    private Future<Integer> exchange(String address, SortedMap<String, String> form) {
        var signed = address
                + form.entrySet().stream().map(e -> e.getKey() + e.getValue()).collect(Collectors.joining());
        var signature = TwilioWebhook.signature(settings.authToken(), signed);
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(address)
                .setTimeout(PATIENCE_MILLIS);
        return client.request(options)
                .compose(
                        request -> request.putHeader("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                                .putHeader("X-Twilio-Signature", signature)
                                .send(encoded(form)))
                .compose(StubReports::status);
    }

    private static Future<Integer> status(HttpClientResponse response) {
        return response.end().map(_ -> response.statusCode());
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
