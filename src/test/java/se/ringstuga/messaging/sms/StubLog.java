package se.ringstuga.messaging.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a stub has seen and done, one JSON object a line: {@code posted}, {@code accepted}, {@code refused}, {@code
 * answered} (with the status it was answered with, 0 for a dropped connection), {@code status} (what became of a message,
 * the last line of a sid being its last word), {@code told} and {@code untold} (whether a report was taken), {@code asked}
 * and {@code listed} (a page of the list). It judges what an application believes.
 */
final class StubLog implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock = Clock.systemUTC();
    private final Optional<BufferedWriter> file;
    private final List<Map<String, Object>> memory = new CopyOnWriteArrayList<>();

    StubLog(StubSettings settings) {
        this.file = settings.log().map(path -> {
            try {
                return Files.newBufferedWriter(path);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
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
        file.ifPresentOrElse(writer -> write(writer, line), () -> memory.add(line));
    }

    /** Without a file: the lines of one kind, in order. */
    List<Map<String, Object>> lines(String what) {
        return memory.stream().filter(line -> what.equals(line.get("what"))).toList();
    }

    synchronized void flush() {
        file.ifPresent(writer -> {
            try {
                writer.flush();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private synchronized void write(BufferedWriter writer, Map<String, Object> line) {
        try {
            writer.write(JSON.writeValueAsString(line));
            writer.write('\n');
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void close() {
        file.ifPresent(writer -> {
            try {
                writer.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
