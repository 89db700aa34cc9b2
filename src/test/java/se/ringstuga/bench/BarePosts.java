package se.ringstuga.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A client that does nothing but post the same form to the stub, over as many connections as an instance has. */
final class BarePosts {

    private static final int CONNECTIONS = 20;
    private static final String PATH = "/bare/2010-04-01/Accounts/" + Twilio.ACCOUNT_SID + "/Messages.json";

    private static final byte[] FORM = Map.of(
                    "To", "+46701740605",
                    "From", "Foreningen",
                    "Body", "Hej Anna! Välkommen på medlemsmöte på tisdag. Hälsningar Föreningen",
                    "StatusCallback", "http://127.0.0.1:1/hooks/twilio/abc/status?a=1&m=1#rc=5&rp=all",
                    "ValidityPeriod", "36000")
            .entrySet()
            .stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"))
            .getBytes(UTF_8);

    private BarePosts() {}

    static double perSecond(int port, double seconds) throws InterruptedException {
        var done = new AtomicLong();
        var stop = new AtomicBoolean();
        var threads = new ArrayList<Thread>();
        var start = System.nanoTime();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofPlatform().start(() -> until(stop, port, done)));
        }
        TimeUnit.MILLISECONDS.sleep((long) (seconds * 1000));
        var rate = done.get() / ((System.nanoTime() - start) / 1e9);
        stop.set(true);
        for (var thread : threads) {
            thread.join();
        }
        return rate;
    }

    private static void until(AtomicBoolean stop, int port, AtomicLong done) {
        var credentials =
                Base64.getEncoder().encodeToString((Twilio.ACCOUNT_SID + ":" + Twilio.AUTH_TOKEN).getBytes(UTF_8));
        try (var line = new KeepAlive(port, "Basic", credentials)) {
            while (!stop.get()) {
                var answer = line.send("POST", PATH, "application/x-www-form-urlencoded", FORM);
                if (answer.status() != 201) {
                    throw new IllegalStateException("the stub answered " + answer.status());
                }
                done.incrementAndGet();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
