package se.ringstuga.fence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the database's own log of changes had come at a moment. It only ever grows, through crashes too: a database that
 * is behind an earlier sighting is an older copy of itself, put back in its place with nothing else to tell.
 *
 * @param position bytes of the log that were safely on disk
 */
record Sighting(@Nullable Long systemIdentifier, @Nullable String timeline, long position, Instant at) {

    /** Whoever wrote the fence after the sighting knew of it, so that a released hold does not come back. */
    boolean isAheadOf(Sighting now, Instant fenceWrittenAt) {
        return Objects.equals(systemIdentifier, now.systemIdentifier)
                && Objects.equals(timeline, now.timeline)
                && position > now.position
                && at.isAfter(fenceWrittenAt);
    }

    String line() {
        return "%s %s %d %s%n".formatted(or(systemIdentifier), or(timeline), position, at);
    }

    /** Empty for anything else than a whole line. */
    static Optional<Sighting> of(String line) {
        var words = line.strip().split(" ", -1);
        if (words.length != 4 || !words[0].matches("-|-?[0-9]{1,19}") || !words[2].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Sighting(
                    words[0].equals("-") ? null : Long.valueOf(words[0]),
                    words[1].equals("-") ? null : words[1],
                    Long.parseLong(words[2]),
                    Instant.parse(words[3])));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static String or(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
