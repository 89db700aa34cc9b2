package se.ringstuga.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The embedded database's two passwords, drawn at random and kept beside the data, readable by its owner only.
 *
 * @param superuser of {@code postgres}, used while the database is created and for its maintenance
 * @param application of {@code ringstuga}, which owns its database and is no superuser
 */
record Passwords(String superuser, String application) {

    private static final String FILE = "database-passwords";

    static Passwords random() {
        return new Passwords(randomPassword(), randomPassword());
    }

    static Passwords read(Path directory) throws IOException {
        var file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            throw new DatabaseUnavailable(
                    "%s is missing: it holds the passwords of the database beside it. Bring it back from the backup."
                            .formatted(file));
        }
        var lines = Files.readAllLines(file, US_ASCII);
        if (lines.size() < 2) {
            throw new DatabaseUnavailable("%s is cut short. Bring it back from the backup.".formatted(file));
        }
        return new Passwords(lines.get(0), lines.get(1));
    }

    void write(Path directory) throws IOException {
        writePrivately(directory.resolve(FILE), superuser + "\n" + application + "\n");
    }

    /** Creates the file with its permissions rather than narrowing them afterwards, when others may have opened it. */
    static void writePrivately(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content, US_ASCII);
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A record prints its components by default; these belong in no log. */
    @Override
    public String toString() {
        return "Passwords[hidden]";
    }
}
