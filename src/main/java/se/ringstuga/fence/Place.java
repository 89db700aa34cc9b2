package se.ringstuga.fence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where this application is.
 *
 * @param publicUrl as configured; null where it is not, since the address then follows the port
 * @param dataDirectory of the embedded database, without links; otherwise null
 * @param machine with the embedded database, a hash of the machine's id, which is not meant to be passed on; null where
 *     there is none. Beside a server any number of machines share the work
 */
record Place(
        @Nullable String publicUrl,
        @Nullable String dataDirectory,
        @Nullable String machine) {

    private static final Path MACHINE_ID = Path.of("/etc/machine-id");

    static Place of(Optional<String> publicUrl, Optional<String> dataDirectory) {
        var url = publicUrl.map(String::strip).filter(text -> !text.isEmpty()).map(text -> text.replaceAll("/+$", ""));
        var directory = dataDirectory.filter(text -> !text.isBlank());
        return new Place(
                url.orElse(null),
                directory.map(Place::real).orElse(null),
                directory.flatMap(_ -> machine(MACHINE_ID)).orElse(null));
    }

    private static String real(String directory) {
        try {
            return Path.of(directory).toRealPath().toString();
        } catch (IOException notThere) {
            return Path.of(directory).toAbsolutePath().normalize().toString();
        }
    }

    static Optional<String> machine(Path file) {
        try {
            return Optional.of(Files.readString(file).strip())
                    .filter(id -> !id.isEmpty())
                    .map(id -> hash("ringstuga machine " + id));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
