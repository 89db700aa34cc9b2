package se.ringstuga.messaging.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * A mail server that fails in every way a real one does, and keeps its own record of what it took: the judge of what was
 * sent. In a test, or as a process of its own:
 * {@code FailingSmtp --port 2525 --seed 7 --trouble 30 --silence-millis 3000 --latency-millis 200 --log smtp.jsonl}. Its log
 * tells {@code begun} when a recipient is named, {@code accepted}, {@code refused} for good, and {@code ended}.
 */
final class FailingSmtp implements AutoCloseable {

    /**
     * An e-mail that the recipient gets, whatever the client was told.
     *
     * @param content headers and body as they came, with CRLF
     */
    record Accepted(String from, String to, String messageId, String content) {

        String json() {
            return "\"to\":\"%s\",\"messageId\":\"%s\",\"from\":\"%s\"".formatted(to, messageId, from);
        }
    }

    private final ServerSocket server;
    private final SmtpFates fates;
    private final Duration silence;
    private final Clock clock = Clock.systemUTC();
    private volatile Duration latency = Duration.ZERO;
    private final Optional<SSLContext> tls;
    private final Optional<Path> log;
    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> named = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FailingSmtp(int port, SmtpFates fates, Duration silence, Optional<SSLContext> tls, Optional<Path> log) {
        this.fates = fates;
        this.silence = silence;
        this.tls = tls;
        this.log = log;
        try {
            this.server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.execute(this::listen);
    }

    /** In a test: without TLS, silent for a second. */
    static FailingSmtp where(SmtpFates fates) {
        return new FailingSmtp(0, fates, Duration.ofSeconds(1), Optional.empty(), Optional.empty());
    }

    int port() {
        return server.getLocalPort();
    }

    List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    int connections() {
        return connections.get();
    }

    Optional<SSLContext> tls() {
        return tls;
    }

    SmtpFate fate(String recipient) {
        return fates.of(
                recipient,
                named.computeIfAbsent(recipient, _ -> new AtomicInteger()).getAndIncrement());
    }

    /** Written down before anybody is told, so that the record is right whoever is killed. */
    void accept(Accepted email) {
        accepted.add(email);
        write("accepted", email.json());
    }

    /** Of one recipient, in one conversation. */
    void note(String what, String to, int conversation) {
        write(what, "\"to\":\"%s\",\"n\":%d".formatted(to, conversation));
    }

    private void write(String what, String fields) {
        log.ifPresent(file -> write(file, "{\"what\":\"%s\",\"at\":%d,%s}\n".formatted(what, clock.millis(), fields)));
    }

    /** As long as an ordinary server looks at an ordinary e-mail. */
    void look() {
        wait(latency);
    }

    /** Says nothing for as long as the silence lasts, or until the server is closed. */
    void beSilent() {
        beSilentFor(100);
    }

    /** The same for so many hundredths of it. */
    void beSilentFor(int hundredths) {
        wait(silence.multipliedBy(hundredths).dividedBy(100));
    }

    private void wait(Duration time) {
        try {
            closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a server does to lines that were quiet for long. */
    void hangUp() {
        open.forEach(FailingSmtp::close);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                var number = connections.incrementAndGet();
                threads.execute(() -> converse(socket, number));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void converse(Socket socket, int number) {
        try (socket) {
            new SmtpConversation(this, socket, number).hold();
        } catch (IOException _) {
            // The client is gone, as clients go.
        } finally {
            open.remove(socket);
        }
    }

    private synchronized void write(Path file, String line) {
        try {
            Files.writeString(file, line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed then.
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        hangUp();
        threads.shutdownNow();
    }

    public static void main(String[] arguments) throws InterruptedException {
        var given = new HashMap<>(
                Map.of("port", "0", "seed", "1", "trouble", "30", "silence-millis", "3000", "latency-millis", "0"));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
        }
        var fates = SmtpFates.seeded(Long.parseLong(given.get("seed")), Integer.parseInt(given.get("trouble")));
        var silence = Duration.ofMillis(Long.parseLong(given.get("silence-millis")));
        var log = Optional.ofNullable(given.get("log")).map(Path::of);
        try (var smtp = new FailingSmtp(Integer.parseInt(given.get("port")), fates, silence, Optional.empty(), log)) {
            smtp.latency = Duration.ofMillis(Long.parseLong(given.get("latency-millis")));
            System.out.println("listening on " + smtp.port());
            smtp.closing.await();
        }
    }
}
