package se.ringstuga.fence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The last sighting, in a small file beside the journal: what remembers when the database itself has been set back. */
record Witness(Path file) {

    private static final Logger LOG = Logger.getLogger(Witness.class);

    static Witness beside(Path journal) {
        return new Witness(journal.resolveSibling(journal.getFileName() + ".position"));
    }

    Optional<Sighting> read() {
        try {
            return Sighting.of(Files.readString(file));
        } catch (IOException nothingYet) {
            return Optional.empty();
        }
    }

    /** Whole or not at all; a failure is only logged, since a missing witness accuses nobody. */
    void write(Sighting sighting) {
        try {
            var unfinished = Files.createTempFile(
                    file.toAbsolutePath().getParent(), file.getFileName().toString(), "");
            Files.writeString(unfinished, sighting.line());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            LOG.warnf("How far the database has come could not be noted in %s: %s", file, failed.getMessage());
        }
    }
}
