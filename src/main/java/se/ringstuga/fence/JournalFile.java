package se.ringstuga.fence;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;

/** Where the journal is kept: as configured, otherwise beside the embedded database; with a server nowhere unless told. */
@ApplicationScoped
class JournalFile {

    static final String NAME = "opt-outs.journal";

    private final FenceConfig config;

    JournalFile(FenceConfig config) {
        this.config = config;
    }

    Optional<Path> path() {
        return config.journal()
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .or(() -> config.dataDirectory()
                        .filter(path -> !path.isBlank())
                        .map(path -> Path.of(path).resolve(NAME)));
    }
}
