package se.ringstuga.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL in processes of its own, for an installation that has none: started before the application and
 * stopped after it. It is durable, asks for a password and answers on this machine only.
 *
 * <p>In its directory lie {@code database} (PostgreSQL's files), {@code database-passwords}, {@code owner.lock},
 * {@code postgresql.log} and {@code postgresql} (the unpacked programs).
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "ringstuga";
    private static final String FILES = "database";
    private static final String UNFINISHED = FILES + ".new-";

    private static final long LOG_SIZE = 10_000_000;

    private final DirectoryLock lock;
    private final Cluster cluster;
    private final Passwords passwords;
    private final int port;

    private EmbeddedDatabase(DirectoryLock lock, Cluster cluster, Passwords passwords, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.passwords = passwords;
        this.port = port;
    }

    /**
     * Starts the database in this directory, creating it the first time.
     *
     * @throws DatabaseUnavailable if this build carries no PostgreSQL, another application owns the directory, or
     *     PostgreSQL does not start
     */
    public static EmbeddedDatabase start(Path dataDirectory) {
        try {
            var archive = Binaries.archive();
            var directory = writable(dataDirectory);
            var lock = DirectoryLock.acquire(directory);
            try {
                return start(directory, lock, archive);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable("The embedded PostgreSQL cannot be started: " + e.getMessage(), e);
        }
    }

    /** Says which directory it is about and whose it must be, where the system only names a file. */
    private static Path writable(Path dataDirectory) {
        try {
            var directory = Files.createDirectories(dataDirectory).toRealPath();
            Files.delete(Files.createTempFile(directory, ".writable-", ""));
            return directory;
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "%s cannot be written to: give it to the user %s, or set RINGSTUGA_DATA_DIR to another directory (%s)."
                            .formatted(
                                    dataDirectory,
                                    System.getProperty("user.name"),
                                    e.getClass().getSimpleName()),
                    e);
        }
    }

    private static EmbeddedDatabase start(Path directory, DirectoryLock lock, URL archive) throws IOException {
        var programs = new Programs(Binaries.unpackedInto(directory.resolve("postgresql"), archive));
        var log = shortened(directory.resolve("postgresql.log"));
        var cluster = new Cluster(programs, directory.resolve(FILES), log);
        clearUnfinished(directory, programs, log);
        if (!Files.isDirectory(cluster.directory())) {
            create(directory, programs, log);
        }
        var passwords = Passwords.read(directory);
        var port = cluster.start();
        LOG.infof("The embedded PostgreSQL runs on 127.0.0.1:%d with its data in %s", port, cluster.directory());
        return new EmbeddedDatabase(lock, cluster, passwords, port);
    }

    /** The server's log tells of starts, stops and errors only; one predecessor is kept. */
    private static Path shortened(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_SIZE) {
            Files.move(log, log.resolveSibling("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    /** A database is prepared beside its place and moved there when it is whole: killed halfway, nothing half is found. */
    private static void create(Path directory, Programs programs, Path log) throws IOException {
        var unfinished = new Cluster(programs, Files.createTempDirectory(directory, UNFINISHED), log);
        var passwords = Passwords.random();
        unfinished.initialise(passwords);
        var port = unfinished.start();
        try (var connection = DriverManager.getConnection(url(port, "postgres"), "postgres", passwords.superuser());
                var statement = connection.createStatement()) {
            statement.execute("create role " + NAME + " login nosuperuser nocreatedb nocreaterole password '"
                    + passwords.application() + "'");
            statement.execute("create database " + NAME + " owner " + NAME);
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            unfinished.stop();
        }
        passwords.write(directory);
        Files.move(unfinished.directory(), directory.resolve(FILES), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void clearUnfinished(Path directory, Programs programs, Path log) throws IOException {
        try (var leftovers = Files.newDirectoryStream(directory, UNFINISHED + "*")) {
            for (var leftover : leftovers) {
                new Cluster(programs, leftover, log).takeOver();
                Trees.delete(leftover);
            }
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Of the application's own database, without credentials. */
    public String jdbcUrl() {
        return url(port, NAME);
    }

    /** The owner of the application's database, no superuser. */
    public String username() {
        return NAME;
    }

    public String password() {
        return passwords.application();
    }

    /** Stops the server and gives the directory free. */
    @Override
    public void close() {
        try (lock) {
            if (cluster.runningPid().isPresent()) {
                cluster.stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
