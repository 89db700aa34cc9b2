package se.ringstuga.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import se.ringstuga.calling.CreatedCaller;

/** Who may come in and how: kept for later starts in a file that only its owner reads, since only hashes are stored. */
record DemoSignIns(String signInPage, List<StaffSignIn> staff, List<CreatedCaller> callers) {

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

    static Optional<String> read(Path directory) {
        var file = directory.resolve(FILE);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file, UTF_8)) : Optional.empty();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public String toString() {
        return "DemoSignIns[hidden]";
    }
}
