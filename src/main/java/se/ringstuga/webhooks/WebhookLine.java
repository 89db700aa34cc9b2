package se.ringstuga.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One call to somebody else's server: to public addresses alone, without redirects, cookies or a second try, within a few
 * seconds from looking up its name to the last byte of the answer, of which no more than the beginning is read.
 */
@ApplicationScoped
class WebhookLine {

    private static final int READ = 1024;
    private static final int KEPT = 200;
    private static final String LATE = "no answer in time";

    private final NamesInTime names;
    private final CloseableHttpClient client;
    private final Duration timeout;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    @Inject
    WebhookLine(WebhooksConfig config) {
        this(resolver(config.onlyThisMachine(), LaunchMode.current()), config.timeout(), config.atOnce());
    }

    WebhookLine(DnsResolver resolver, Duration timeout, int connections) {
        this.names = new NamesInTime(resolver, timeout);
        this.timeout = timeout;
        this.watch.setRemoveOnCancelPolicy(true);
        this.client = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(timeout))
                                .setSocketTimeout(Timeout.of(timeout))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(timeout))
                        .setResponseTimeout(Timeout.of(timeout))
                        .build())
                // A name is looked up and checked for each call.
                .setConnectionReuseStrategy((_, _, _) -> false)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("ringstuga")
                .build();
    }

    /** The bean is made when it is first used; a mistake is to be found before that. */
    void start(@Observes StartupEvent event) {
        Objects.requireNonNull(client);
    }

    /** @throws IllegalStateException outside of tests, where nothing on this machine or in its network is to be reached */
    static DnsResolver resolver(boolean onlyThisMachine, LaunchMode mode) {
        if (!onlyThisMachine) {
            return new PublicAddresses(SystemDefaultDnsResolver.INSTANCE::resolve);
        }
        if (mode != LaunchMode.TEST) {
            throw new IllegalStateException("ringstuga.webhooks.only-this-machine is for tests. Unset it:"
                    + " webhooks go to https addresses on the public internet, and nowhere else.");
        }
        return new ThisMachine();
    }

    /**
     * What became of a call.
     *
     * @param status null without an answer
     * @param answer its beginning, or why there was none
     */
    record Answer(@Nullable Integer status, String answer) {

        private static final int GONE = 410;

        boolean good() {
            return status != null && status >= 200 && status < 300;
        }

        /** Whoever answers wants no more of it. */
        boolean gone() {
            return status != null && status == GONE;
        }
    }

    /** @param signatures one for each secret that signs, with a space in between */
    record Call(String address, String id, long second, String signatures, String body) {}

    Answer post(Call call) {
        var post = new HttpPost(call.address());
        post.addHeader("webhook-id", call.id());
        post.addHeader("webhook-timestamp", String.valueOf(call.second()));
        post.addHeader("webhook-signature", call.signatures());
        post.addHeader(HttpHeaders.CONNECTION, "close");
        post.setEntity(new StringEntity(call.body(), ContentType.APPLICATION_JSON));
        var late = new AtomicBoolean();
        var deadline = watch.schedule(
                () -> {
                    late.set(true);
                    post.cancel();
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return answered(post);
        } catch (PublicAddresses.NotPublic notPublic) {
            return new Answer(null, kept(String.valueOf(notPublic.getMessage())));
        } catch (NamesInTime.Silent silent) {
            return new Answer(null, LATE);
        } catch (IOException | IllegalStateException | IllegalArgumentException failure) {
            return new Answer(null, late.get() ? LATE : failure.getClass().getSimpleName());
        } finally {
            deadline.cancel(false);
        }
    }

    private Answer answered(HttpPost post) throws IOException {
        var response = client.executeOpen(null, post, HttpClientContext.create());
        try {
            return new Answer(response.getCode(), beginning(response));
        } finally {
            // Closing alone would read the rest first, however much that is.
            post.cancel();
            close(response);
        }
    }

    private static void close(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException _) {
            // It was cut off, which is what was wanted.
        }
    }

    private static String beginning(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        return kept(new String(entity.getContent().readNBytes(READ), UTF_8));
    }

    private static String kept(String text) {
        var plain = text.replaceAll("\\p{Cntrl}+", " ").replace('\uFFFD', ' ').strip();
        return plain.codePointCount(0, plain.length()) <= KEPT
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, KEPT));
    }

    @PreDestroy
    void stop() throws IOException {
        watch.shutdownNow();
        names.stop();
        client.close();
    }

    /** No test reaches anybody, whatever it forgets. */
    private static final class ThisMachine implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) {
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
