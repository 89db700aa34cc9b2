package se.ringstuga.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's programs: packaged as an archive for the platform at hand, unpacked once per version. */
final class Binaries {

    private static final Set<String> PROGRAMS = Set.of("initdb", "pg_ctl", "postgres");

    private Binaries() {}

    /** Whether this build carries PostgreSQL; the container image does not. */
    static boolean arePackaged() {
        return archive() != null;
    }

    /**
     * The directory with {@code bin}, {@code lib} and {@code share}. The caller holds the data directory's lock, so nobody
     * else unpacks into it at the same time.
     */
    static Path unpackedInto(Path directory) throws IOException {
        var archive = archive();
        if (archive == null) {
            throw new DatabaseUnavailable(("This build carries no PostgreSQL for %s %s. Set RINGSTUGA_JDBC_URL to a"
                            + " PostgreSQL 17 or newer.")
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        var connection = archive.openConnection();
        var home = directory.resolve(fingerprint(connection));
        if (!Files.isDirectory(home)) {
            var unfinished = directory.resolve("unfinished");
            Trees.delete(unfinished);
            Files.createDirectories(unfinished);
            try (var content = connection.getInputStream()) {
                unpack(content, unfinished);
            }
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home;
    }

    private static @Nullable URL archive() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch");
        var name = "postgres-%s-%s.txz"
                .formatted(os.startsWith("mac") ? "darwin" : "linux", arch.equals("aarch64") ? "arm_64" : "x86_64");
        return Thread.currentThread().getContextClassLoader().getResource(name);
    }

    /** The archive's check sum as the jar's index has it: reading 15 MB at every start would cost a tenth of a second. */
    private static String fingerprint(URLConnection connection) throws IOException {
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }

    private static void unpack(InputStream content, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(content)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if (PROGRAMS.contains(file.getFileName().toString()) && !file.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + file + " executable");
        }
    }
}
