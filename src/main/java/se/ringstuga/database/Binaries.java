package se.ringstuga.database;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** PostgreSQL's programs: packaged as an archive for the platform at hand, unpacked once per version. */
final class Binaries {

    private Binaries() {}

    /**
     * The directory with {@code bin}, {@code lib} and {@code share}. The caller holds the data directory's lock, so nobody
     * else unpacks into it at the same time.
     */
    static Path unpackedInto(Path directory, URL archive) throws IOException {
        var connection = archive.openConnection();
        var home = directory.resolve(fingerprint(connection));
        if (!Files.isDirectory(home)) {
            var unfinished = directory.resolve("unfinished");
            Trees.delete(unfinished);
            Files.createDirectories(unfinished);
            try (var content = connection.getInputStream()) {
                Archive.unpack(content, unfinished);
            }
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home;
    }

    /** The archive for this platform. The container image carries none, nor what unpacks it. */
    static URL archive() {
        var os = System.getProperty("os.name");
        var arch = System.getProperty("os.arch");
        var name = "postgres-%s-%s.txz"
                .formatted(os.startsWith("Mac") ? "darwin" : "linux", arch.equals("aarch64") ? "arm_64" : "x86_64");
        var archive = Thread.currentThread().getContextClassLoader().getResource(name);
        if (archive == null) {
            throw new DatabaseUnavailable(
                    "This build carries no PostgreSQL for %s on %s. Set RINGSTUGA_JDBC_URL to a server."
                            .formatted(os, arch));
        }
        return archive;
    }

    /** The archive's check sum as the jar's index has it: reading 15 MB at every start would cost a tenth of a second. */
    private static String fingerprint(URLConnection connection) throws IOException {
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }
}
