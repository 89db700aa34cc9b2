package se.ringstuga.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The compressed archive that PostgreSQL's programs come in. */
final class Archive {

    private static final Set<String> PROGRAMS = Set.of("initdb", "pg_ctl", "postgres");

    private Archive() {}

    static void unpack(InputStream content, Path target) throws IOException {
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
