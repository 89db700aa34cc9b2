package se.ringstuga.fence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The file of the journal. Whoever writes holds a lock on a file beside it, so that instances on one file system take turns,
 * and comes back when the lines are on disk. A full file becomes the one before; older ones go, after some hundred thousand
 * lines.
 */
final class JournalWriter {

    static final long LARGEST = 16_000_000;

    private final Path file;
    private final long largest;

    JournalWriter(Path file, long largest) {
        this.file = file.toAbsolutePath();
        this.largest = largest;
    }

    Path file() {
        return file;
    }

    void append(List<JournalEntry> entries) throws IOException {
        // Within one process the lock would be refused rather than waited for.
        synchronized (JournalWriter.class) {
            appendInTurn(entries);
        }
    }

    private void appendInTurn(List<JournalEntry> entries) throws IOException {
        var lines = entries.stream().map(JournalEntry::line).collect(Collectors.joining());
        try (var turn = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"), CREATE, WRITE);
                var _ = turn.lock()) {
            if (Files.exists(file) && Files.size(file) > largest) {
                Files.move(file, before(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            var isNew = !Files.exists(file);
            try (var channel = FileChannel.open(file, CREATE, APPEND)) {
                if (isNew) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
                var bytes = US_ASCII.encode((isCutOff() ? "\n" : "") + lines);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            if (isNew) {
                forceDirectory();
            }
        }
    }

    /** Everything that is whole, in the order in which it was written. */
    List<JournalEntry> read() throws IOException {
        var entries = new ArrayList<JournalEntry>();
        for (var part : List.of(before(), file)) {
            if (Files.exists(part)) {
                try (var lines = Files.lines(part, ISO_8859_1)) {
                    lines.map(JournalEntry::of).flatMap(Optional::stream).forEach(entries::add);
                }
            }
        }
        return entries;
    }

    /** Another one after everything that was written. */
    List<Long> mark() throws IOException {
        var mark = new ArrayList<Long>();
        for (var part : List.of(before(), file)) {
            mark.add(Files.exists(part) ? Files.size(part) : -1);
            mark.add(Files.exists(part) ? Files.getLastModifiedTime(part).toMillis() : -1);
        }
        return mark;
    }

    private Path before() {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    /** After a crash in the middle of a line: the next one begins on a line of its own. */
    private boolean isCutOff() throws IOException {
        try (var channel = FileChannel.open(file, READ)) {
            if (channel.size() == 0) {
                return false;
            }
            var last = ByteBuffer.allocate(1);
            channel.read(last, channel.size() - 1);
            return last.get(0) != '\n';
        }
    }

    /** The file's name is on disk too only after this. */
    private void forceDirectory() throws IOException {
        try (var directory = FileChannel.open(file.getParent(), READ)) {
            directory.force(true);
        }
    }
}
