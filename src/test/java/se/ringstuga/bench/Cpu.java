package se.ringstuga.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Who used the processors: on a busy machine this says more than the clock does. */
final class Cpu {

    private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();

    /** @param processes by the names under which they are counted; the database's is added */
    Cpu(Map<String, ProcessHandle> processes, Path postmasterPid) throws IOException {
        this.processes.putAll(processes);
        var server = Long.parseLong(Files.readAllLines(postmasterPid).getFirst().strip());
        this.processes.put("postgresql", ProcessHandle.of(server).orElseThrow());
    }

    /** Milliseconds of processor time so far, by process with its children. */
    Map<String, Long> used() {
        var used = new LinkedHashMap<String, Long>();
        processes.forEach((name, process) -> used.put(
                name,
                Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(p -> p.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis())
                        .sum()));
        return used;
    }

    /** Milliseconds for each of so many pieces of work done since. */
    Map<String, Double> each(Map<String, Long> since, int pieces) {
        var each = new LinkedHashMap<String, Double>();
        used().forEach((name, millis) ->
                each.put(name, (millis - since.getOrDefault(name, 0L)) / (double) Math.max(1, pieces)));
        return each;
    }
}
