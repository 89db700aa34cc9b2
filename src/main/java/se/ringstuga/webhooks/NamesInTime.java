package se.ringstuga.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a name up for no longer than a call may take. A look-up cannot be interrupted, so it has a thread of its own, which is
 * left to itself when the name server is silent; there are so many of them and no more.
 */
final class NamesInTime implements DnsResolver {

    private static final int MOST = 64;

    private final DnsResolver names;
    private final Duration timeout;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            MOST,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());

    NamesInTime(DnsResolver names, Duration timeout) {
        this.names = names;
        this.timeout = timeout;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        Future<InetAddress[]> found;
        try {
            found = threads.submit(() -> names.resolve(host));
        } catch (RejectedExecutionException full) {
            throw new Silent(host);
        }
        try {
            return found.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            throw new Silent(host);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            found.cancel(false);
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The name server does not answer, or so many did not that nobody more asks them. */
    static final class Silent extends UnknownHostException {

        private static final long serialVersionUID = 1;

        Silent(String host) {
            super(host);
        }
    }

    void stop() {
        threads.shutdownNow();
    }
}
