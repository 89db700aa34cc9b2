package se.ringstuga.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The data directory's one owner. The lock is the kernel's and dies with the process, however it dies; the file's content
 * (the owner's pid) only serves the message to whoever comes second.
 */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock acquire(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve("owner.lock"), CREATE, READ, WRITE);
        try {
            if (tryLock(channel) == null) {
                throw new DatabaseUnavailable(
                        "%s is in use by another Ringstuga, process %s: stop that one first or set"
                                        .formatted(directory, owner(channel))
                                + " RINGSTUGA_DATA_DIR to another directory.");
            }
            channel.truncate(0);
            channel.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"), 0);
            return new DirectoryLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        var content = ByteBuffer.allocate(32);
        channel.read(content, 0);
        return UTF_8.decode(content.flip()).toString().strip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
