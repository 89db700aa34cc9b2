package se.ringstuga.messaging.sms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a stub has seen and done, one JSON object a line: {@code posted}, {@code accepted}, {@code refused}, {@code
 * answered} (with the status it was answered with, 0 for a dropped connection), {@code status} (what became of a message,
 * the last line of a sid being its last word), {@code told} and {@code untold} (whether a report was taken), {@code asked}
 * and {@code listed} (a page of the list). It judges what an application believes.
 */
final class StubLog implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final long WRITTEN_EVERY = 100;

    private final Clock clock = Clock.systemUTC();
    private final Optional<BufferedWriter> file;
    private final Queue<Map<String, Object>> unwritten = new ConcurrentLinkedQueue<>();
    private final List<Map<String, Object>> memory = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService writing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stub-log").factory());

    /** A disk that is busy keeps the log waiting, and nobody who asks the stub. */
    StubLog(StubSettings settings) {
        this.file = settings.log().map(path -> {
            try {
                return Files.newBufferedWriter(path);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        file.ifPresent(writer -> {
            var _ = writing.scheduleWithFixedDelay(
                    () -> write(writer), WRITTEN_EVERY, WRITTEN_EVERY, TimeUnit.MILLISECONDS);
        });
    }

    /** @param pairs names and values in turn; a null value is left out */
    void add(String what, @Nullable Object... pairs) {
        var line = new LinkedHashMap<String, Object>();
        line.put("at", clock.millis());
        line.put("what", what);
        for (int i = 0; i < pairs.length; i += 2) {
            var value = pairs[i + 1];
            if (value != null) {
                line.put(String.valueOf(pairs[i]), value);
            }
        }
        (file.isPresent() ? unwritten : memory).add(line);
    }

    /** Without a file: the lines of one kind, in order. */
    List<Map<String, Object>> lines(String what) {
        return memory.stream().filter(line -> what.equals(line.get("what"))).toList();
    }

    private synchronized void write(BufferedWriter writer) {
        try {
            for (var line = unwritten.poll(); line != null; line = unwritten.poll()) {
                writer.write(JSON.writeValueAsString(line));
                writer.write('\n');
            }
            writer.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void close() {
        writing.shutdown();
        file.ifPresent(writer -> {
            write(writer);
            try {
                writer.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
