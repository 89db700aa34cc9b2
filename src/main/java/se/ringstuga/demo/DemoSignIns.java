package se.ringstuga.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Matcher.quoteReplacement;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ringstuga.calling.CreatedCaller;
import se.ringstuga.http.PublicUrl;

/** Who may come in and how: kept for later starts in a file that only its owner reads, since only hashes are stored. */
record DemoSignIns(String signInPage, List<StaffSignIn> staff, List<CreatedCaller> callers) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s]+(/\\S+)");
    private static final String FILE = "demo-sign-ins.txt";

    record StaffSignIn(String role, String email, String password) {}

    String text() {
        return """
                Staff sign in at %s
                %s
                Volunteers call by their personal links (the first browser to open one keeps it):
                %s
                """.formatted(
                        signInPage,
                        staff.stream()
                                .map(one -> "  %-14s %-26s %s".formatted(one.role(), one.email(), one.password()))
                                .collect(joining("\n")),
                        callers.stream()
                                .map(one -> "  %-14s %s".formatted(one.name(), one.joinLink()))
                                .collect(joining("\n")));
    }

    void write(Path directory) {
        var file = directory.resolve(FILE);
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text(), UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** As it was written, with the addresses of today: the port may be another one. */
    static Optional<String> read(Path directory, PublicUrl url) {
        var file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var told = Files.readString(file, UTF_8);
            var today = ADDRESS.matcher(told).replaceAll(found -> quoteReplacement(url.of(found.group(1))));
            if (!today.equals(told)) {
                Files.writeString(file, today, UTF_8);
            }
            return Optional.of(today);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public String toString() {
        return "DemoSignIns[hidden]";
    }
}
