package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The line to a provider. One exchange is one request, whatever comes of it: no retry, no redirect. Of a request without
 * an answer it knows the one thing that decides what may follow: whether any of it can have left.
 */
final class Wire implements AutoCloseable {

    private static final String BEGUN = "ringstuga.begun";
    private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

    /** Shorter than any provider's own patience: a connection that they close while we write is an unknown outcome. */
    private static final TimeValue KEPT_IDLE = TimeValue.ofSeconds(15);

    private static final TimeValue CHECKED_AFTER = TimeValue.ofMilliseconds(500);

    /**
     * How long to wait and how wide the line is.
     *
     * @param connect the longest wait for a connection
     * @param whole the longest wait for the whole of an answer, from the beginning
     * @param connections how many there may be at once; who comes on top waits as long as for a connection
     */
    record Limits(Duration connect, Duration whole, int connections) {}

    /** What became of one request. */
    sealed interface Answer {
        /**
         * A whole answer, whatever it says.
         *
         * @param retryAfter where the provider asked for a pause
         */
        record Answered(int status, String body, Optional<Duration> retryAfter) implements Answer {}

        /** No byte of it was written. */
        record NotBegun(String why) implements Answer {}

        /** Some of it was written, and no whole answer came. */
        record Lost(String why) implements Answer {}
    }

    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sms-deadlines").factory());
    private final Limits limits;

    Wire(Limits limits) {
        this.limits = limits;
        // Otherwise every request, with the number and the text in it, would stay in memory until its deadline.
        this.watch.setRemoveOnCancelPolicy(true);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(limits.connections())
                .setMaxConnTotal(limits.connections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(Timeout.of(limits.whole()))
                        .setValidateAfterInactivity(CHECKED_AFTER)
                        .build())
                .build();
        this.client = HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setRequestExecutor(new NotingWhenItBegins())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(limits.connect()))
                        .setResponseTimeout(Timeout.of(limits.whole()))
                        .setConnectionKeepAlive(KEPT_IDLE)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Sends the request once and waits for the whole answer, no longer than the limits say. */
    Answer exchange(HttpUriRequestBase request) {
        var begun = new AtomicBoolean();
        var context = HttpClientContext.create();
        context.setAttribute(BEGUN, begun);
        var deadline = watch.schedule(request::cancel, limits.whole().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, context, Wire::answered);
        } catch (IOException | IllegalStateException failure) {
            // The latter when the line is closed under way, as the application stops.
            var why = request.isCancelled()
                    ? "no answer in time"
                    : failure.getClass().getSimpleName();
            return begun.get() ? new Answer.Lost(why) : new Answer.NotBegun(why);
        } finally {
            deadline.cancel(false);
        }
    }

    private static Answer.Answered answered(ClassicHttpResponse response) throws IOException, ParseException {
        var entity = response.getEntity();
        var body = entity == null ? "" : EntityUtils.toString(entity, UTF_8, LONGEST_ANSWER);
        var pause = Optional.ofNullable(response.getFirstHeader("Retry-After"))
                .map(Header::getValue)
                .filter(value -> value.matches("[0-9]{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return new Answer.Answered(response.getCode(), body, pause);
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        client.close();
    }

    /** Called with a connection that stands, just before the first byte. */
    private static final class NotingWhenItBegins extends HttpRequestExecutor {
        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                HttpResponseInformationCallback information,
                HttpContext context)
                throws IOException, HttpException {
            if (context.getAttribute(BEGUN) instanceof AtomicBoolean begun) {
                begun.set(true);
            }
            return super.execute(request, connection, information, context);
        }
    }
}
