package se.ringstuga.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One directory of PostgreSQL's files and the server upon it. Whoever calls holds the lock of the directory above, so any
 * server found running was left behind by an application that was killed.
 *
 * @param directory absolute; the server's command line names it and is recognized by it
 * @param log where the server writes, since its standard output would end with the application's
 */
record Cluster(Programs programs, Path directory, Path log) {

    private static final Logger LOG = Logger.getLogger(Cluster.class);
    private static final int ATTEMPTS = 3;

    /** Recovery after a crash replays at most {@code max_wal_size}; a slow disk may need minutes for that. */
    private static final String START_SECONDS = "300";

    private static final String STOP_SECONDS = "60";

    void initialise(Passwords passwords) throws IOException {
        var passwordFile = directory.resolveSibling("initial-password");
        Passwords.writePrivately(passwordFile, passwords.superuser());
        try {
            programs.run(
                    "initdb",
                    "--pgdata=" + directory,
                    "--username=postgres",
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--lc-ctype=" + Programs.LOCALE,
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** Starts the server on a free port, after whatever was left running. Returns the port. */
    int start() throws IOException {
        for (var attempt = 1; ; attempt++) {
            takeOver();
            var port = freePort();
            Files.writeString(directory.resolve("postgresql.conf"), ServerSettings.file(port));
            try {
                programs.run(
                        "pg_ctl",
                        "start",
                        "-s",
                        "-w",
                        "-t",
                        START_SECONDS,
                        "-D",
                        directory.toString(),
                        "-l",
                        log.toString());
                return port;
            } catch (IOException e) {
                // The port may have been taken meanwhile, or a server whose starter was killed a moment ago came up
                // first.
                if (attempt == ATTEMPTS) {
                    throw new DatabaseUnavailable(
                            "The embedded PostgreSQL does not start. %s Its log is %s.".formatted(e.getMessage(), log),
                            e);
                }
            }
        }
    }

    /** Ends the sessions, writes everything and stops; where even that takes too long, the next start recovers. */
    void stop() throws IOException {
        try {
            stop("fast");
        } catch (IOException e) {
            LOG.warnf("The embedded PostgreSQL takes long to stop and is cut short: %s", e.getMessage());
            stop("immediate");
        }
    }

    private void stop(String mode) throws IOException {
        programs.run("pg_ctl", "stop", "-s", "-w", "-t", STOP_SECONDS, "-m", mode, "-D", directory.toString());
    }

    /** Stops the server of an application that was killed. */
    void takeOver() throws IOException {
        var postmaster = Postmaster.of(directory);
        if (postmaster.isEmpty()) {
            return;
        }
        if (postmaster.get().isRunning()) {
            LOG.infof(
                    "Taking over from the server that process %d left behind",
                    postmaster.get().pid());
            stop();
        } else {
            postmaster.get().forgetIfRecycled();
        }
    }

    Optional<Long> runningPid() throws IOException {
        return Postmaster.of(directory).filter(Postmaster::isRunning).map(Postmaster::pid);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
