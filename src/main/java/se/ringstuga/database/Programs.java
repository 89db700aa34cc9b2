package se.ringstuga.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's programs, which refuse to run as root. A root user therefore starts them in a user namespace of their
 * own, where the same files belong to the same user under the name of nobody.
 */
final class Programs {

    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

    /** Letters beyond ASCII are letters to pg_trgm only where the process's character type says so; macOS knows no C.UTF-8. */
    static final String LOCALE = MAC ? "en_US.UTF-8" : "C.UTF-8";

    private final Path home;
    private final List<String> disguise;

    Programs(Path home) throws IOException {
        this.home = home;
        this.disguise = !MAC && isRoot() ? List.of("unshare", "--user") : List.of();
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    /** Runs to the end and throws what the program said if it failed. */
    void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(disguise);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", LOCALE);
        var process = start(builder);
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        if (exitOf(process) != 0) {
            throw new IOException("%s failed: %s%s".formatted(program, output, hint(output)));
        }
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException(e.getMessage() + hint(String.valueOf(e.getMessage())), e);
        }
    }

    private static int exitOf(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", e);
        }
    }

    private static String hint(String output) {
        return output.contains("unshare")
                ? ". PostgreSQL refuses to run as root and this machine grants root no user namespace:"
                        + " start Ringstuga as an ordinary user, or set RINGSTUGA_JDBC_URL to a PostgreSQL server."
                : "";
    }
}
