package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Posts forms to an application as a provider does, and again where they are not taken. */
final class StubReports {

    private static final Pattern REPEATED = Pattern.compile("rc=([0-5])");
    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Semaphore atOnce = new Semaphore(AT_ONCE);
    private final AtomicInteger waiting = new AtomicInteger();
    private final StubTimer timer;
    private final StubSettings settings;
    private final StubLog log;

    StubReports(StubTimer timer, StubSettings settings, StubLog log) {
        this.timer = timer;
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
        post(address.replaceFirst("#.*", ""), new TreeMap<>(form), again, settings.retryStep());
    }

    /** How many are on their way or will be tried again. */
    int waiting() {
        return waiting.get();
    }

    private void post(String address, SortedMap<String, String> form, int again, long pause) {
        var status = exchange(address, form);
        if (status >= 200 && status < 300) {
            waiting.decrementAndGet();
            log.add("told", "sid", form.get("MessageSid"), "status", form.get("MessageStatus"), "http", status);
        } else if (again > 0) {
            timer.after(pause, () -> post(address, form, again - 1, pause * 2));
        } else {
            waiting.decrementAndGet();
            log.add("untold", "sid", form.get("MessageSid"), "status", form.get("MessageStatus"), "http", status);
        }
    }

    private int exchange(String address, SortedMap<String, String> form) {
        var signed = address
                + form.entrySet().stream().map(e -> e.getKey() + e.getValue()).collect(Collectors.joining());
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", TwilioWebhook.signature(settings.authToken(), signed))
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            atOnce.acquire();
            try {
                return client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } finally {
                atOnce.release();
            }
        } catch (IOException _) {
            return 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
