package se.ringstuga.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a directory's {@code postmaster.pid} names. The number alone proves nothing: after a restart of
 * the machine it may belong to any process, and neither must that one be stopped nor may it keep PostgreSQL from starting.
 */
record Postmaster(long pid, String startedOn, Path file) {

    static Optional<Postmaster> of(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException nothingRuns) {
            return Optional.empty();
        }
        return lines.size() < 2
                ? Optional.empty()
                : Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip()), lines.get(1), file));
    }

    /** Whether that process lives and is a PostgreSQL server of that directory, by its own command line. */
    boolean isRunning() {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .filter(this::isServer)
                .isPresent();
    }

    private boolean isServer(ProcessHandle.Info process) {
        var program = process.command().orElse("");
        var arguments = List.of(process.arguments().orElse(new String[0]));
        return program.endsWith("/postgres") && arguments.contains(startedOn);
    }

    /** Removes the file if its number now belongs to a stranger; of a dead process PostgreSQL makes sense by itself. */
    void forgetIfRecycled() throws IOException {
        if (ProcessHandle.of(pid).isPresent()) {
            Files.deleteIfExists(file);
        }
    }
}
