package se.ringstuga.fence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import se.ringstuga.MovableClock;
import se.ringstuga.database.EmbeddedDatabase;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.PlainSql;
import se.ringstuga.database.PostgresProcesses;

/** A database of its own, started, killed, copied, set back and read into another, as its own role that is no superuser. */
@Timeout(300)
@SuppressWarnings("NullAway.Init")
class FenceRestoreTest {

    private static final Optional<String> URL = Optional.of("https://ring.example.se");

    @TempDir
    static Path parent;

    private static Path directory;
    private static EmbeddedDatabase database;
    private static PlainSql plain;

    private final MovableClock clock = new MovableClock();

    @BeforeAll
    static void anInstallation() throws Exception {
        directory = Files.createDirectory(parent.resolve("data"));
        open();
        migrate(database.jdbcUrl());
    }

    private static void migrate(String url) {
        Flyway.configure()
                .dataSource(url, database.username(), database.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @BeforeEach
    void thatWasNeverStarted() throws Exception {
        run("truncate fence, fence_hold, fence_alive");
        Files.deleteIfExists(Witness.beside(directory.resolve(JournalFile.NAME)).file());
    }

    @AfterAll
    static void stop() {
        close();
    }

    private static void open() throws SQLException {
        database = EmbeddedDatabase.start(directory);
        plain = PlainSql.of(database);
    }

    private static void close() {
        plain.close();
        database.close();
    }

    private FenceWatch watch() {
        return watch(plain, URL, directory);
    }

    private FenceWatch watch(PlainSql sql, Optional<String> url, Path where) {
        return new FenceWatch(
                new FenceRows(sql.sql, clock),
                Place.of(url, Optional.of(where.toString())),
                Optional.of(Witness.beside(where.resolve(JournalFile.NAME))));
    }

    private static Set<HoldReason> reasons(FenceWatch watch) {
        return watch.look().map(Hold::reasons).orElse(Set.of());
    }

    private static void run(String statement) {
        plain.sql.update(NamedSql.of(statement), Map.of());
    }

    @Test
    void restartsCrashesAndFreezingChangeNothing() throws Exception {
        assertThat(watch().look()).isEmpty();
        watch().tick();

        close();
        open();
        assertThat(watch().look()).as("after a restart").isEmpty();

        for (var process : PostgresProcesses.of(directory)) {
            process.destroyForcibly();
            process.onExit().get();
        }
        close();
        open();
        assertThat(watch().look()).as("after kill -9 and recovery").isEmpty();

        run("vacuum (freeze) fence");
        run("vacuum (full, freeze) fence");
        assertThat(plain.sql.first(
                        NamedSql.of("select count(*) = 1 as standing from fence where " + Fence.STANDS),
                        Map.of(),
                        row -> row.is("standing")))
                .contains(true);
        assertThat(watch().look()).as("after freezing").isEmpty();
    }

    @Test
    void instancesThatStartTogetherOnAnEmptyDatabaseAgree() throws Exception {
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = new ArrayList<Callable<Optional<Hold>>>();
            for (var i = 0; i < 8; i++) {
                starts.add(() -> watch().look());
            }
            for (var start : instances.invokeAll(starts)) {
                assertThat(start.get()).isEmpty();
            }
        }
    }

    @Test
    void aCopyOfTheFilesInAnotherDirectoryIsOnHold() throws Exception {
        assertThat(watch().look()).isEmpty();
        close();
        var copy = parent.resolve("copy");
        copyTree(directory, copy);
        var original = directory;
        directory = copy;
        open();

        assertThat(reasons(watch())).containsExactly(HoldReason.OTHER_DIRECTORY);
        close();
        directory = original;
        open();
        assertThat(watch().look()).as("the original goes on").isEmpty();
    }

    @Test
    void aCopyThatIsReachedElsewhereIsOnHold() {
        assertThat(watch().look()).isEmpty();

        assertThat(reasons(watch(plain, Optional.of("https://test.example.se"), directory)))
                .containsExactly(HoldReason.OTHER_ADDRESS);
        assertThat(watch().look()).as("the original goes on").isEmpty();
    }

    @Test
    void theFirstAddressIsAdoptedAndHoldsFromThenOn() {
        assertThat(watch(plain, Optional.empty(), directory).look()).isEmpty();
        assertThat(watch().look()).isEmpty();
        assertThat(reasons(watch(plain, Optional.empty(), directory))).containsExactly(HoldReason.OTHER_ADDRESS);
    }

    @Test
    void olderFilesPutBackInTheirPlaceAreOnHoldUntilReleased() throws Exception {
        watch().look();
        watch().tick();
        close();
        var backup = parent.resolve("backup");
        copyTree(directory.resolve("database"), backup);

        open();
        run("create table later (id int)");
        clock.advance(Duration.ofHours(1));
        watch().look();
        watch().tick();
        close();
        deleteTree(directory.resolve("database"));
        copyTree(backup, directory.resolve("database"));
        open();
        clock.advance(Duration.ofHours(1));

        var watch = watch();
        assertThat(reasons(watch)).containsExactly(HoldReason.OLDER);
        assertThat(watch.look().orElseThrow().lastActivity())
                .as("the gap begins with the last that the copy knew")
                .isBefore(clock.instant());
        run("create table more as select repeat('x', 9000) from generate_series(1, 3000)");
        assertThat(reasons(watch())).as("also when it has written more since").containsExactly(HoldReason.OLDER);

        watch.release("staff:1");
        assertThat(watch.look()).isEmpty();
        assertThat(watch().look()).as("and after the next start").isEmpty();
    }

    @Test
    void aDumpReadIntoAnotherDatabaseIsOnHoldUntilReleased() throws Exception {
        watch().look();
        var superuser =
                Files.readAllLines(directory.resolve("database-passwords")).getFirst();
        var restored = database.jdbcUrl().replace("/ringstuga", "/restored");
        try (var admin = DriverManager.getConnection(database.jdbcUrl(), "postgres", superuser);
                var statement = admin.createStatement()) {
            statement.execute("create database restored owner " + database.username());
        }
        migrate(restored);
        copyRows("fence", restored);

        try (var other = PlainSql.of(restored, database.username(), database.password())) {
            var watch = watch(other, URL, directory);
            assertThat(reasons(watch)).containsExactlyInAnyOrder(HoldReason.RESTORED, HoldReason.OTHER_DATABASE);
            assertThat(standing(other)).as("no lane is claimed in it either").isFalse();

            watch.release("staff:1");
            assertThat(watch.look()).isEmpty();
            assertThat(standing(other)).isTrue();
        }
        assertThat(watch().look()).as("the original goes on").isEmpty();
    }

    @Test
    void rowsReadIntoTheSameDatabaseAgainAreOnHold() throws Exception {
        var watch = watch();
        watch.look();
        var row = copiedOut("fence");
        run("truncate fence");
        assertThat(reasons(watch)).as("while the dump is read in").containsExactly(HoldReason.WITHOUT_FENCE);
        copyIn("fence", row, database.jdbcUrl());

        assertThat(reasons(watch)).containsExactly(HoldReason.RESTORED);
        assertThat(standing(plain)).isFalse();
    }

    @Test
    void theGapBeginsWithTheLastMinuteInWhichItWasAlive() {
        watch().look();
        watch().tick();
        var alive = clock.instant();
        clock.set(Instant.parse("2026-11-27T08:00:00Z"));

        var hold = watch(plain, Optional.of("https://test.example.se"), directory)
                .look()
                .orElseThrow();
        assertThat(hold.lastActivity()).isEqualTo(alive);
        assertThat(hold.noticedAt()).isEqualTo(clock.instant());
    }

    @Test
    void whatTheRoleMayNotAskIsLeftOut() throws Exception {
        var superuser =
                Files.readAllLines(directory.resolve("database-passwords")).getFirst();
        try (var admin = DriverManager.getConnection(database.jdbcUrl(), "postgres", superuser);
                var statement = admin.createStatement()) {
            statement.execute("revoke execute on function pg_control_system() from public");
        }
        assertThat(watch().look()).isEmpty();
        assertThat(new FenceRows(plain.sql, Clock.fixed(clock.instant(), ZoneOffset.UTC))
                        .look(Place.of(URL, Optional.empty()))
                        .here()
                        .systemIdentifier())
                .isNull();
        try (var admin = DriverManager.getConnection(database.jdbcUrl(), "postgres", superuser);
                var statement = admin.createStatement()) {
            statement.execute("grant execute on function pg_control_system() to public");
        }
    }

    private static boolean standing(PlainSql sql) {
        return sql.sql
                .first(NamedSql.of("select " + Fence.STANDS + " as standing"), Map.of(), row -> row.is("standing"))
                .orElseThrow();
    }

    private void copyRows(String table, String url) throws Exception {
        copyIn(table, copiedOut(table), url);
    }

    /** As pg_dump takes it out and pg_restore puts it in; neither is in the embedded archive. */
    private String copiedOut(String table) throws Exception {
        var rows = new StringWriter();
        try (var connection =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
        }
        return rows.toString();
    }

    private void copyIn(String table, String rows, String url) throws Exception {
        try (var connection = DriverManager.getConnection(url, database.username(), database.password())) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new StringReader(rows));
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        List<Path> paths;
        try (var walk = Files.walk(directory)) {
            paths = walk.toList().reversed();
        }
        for (var path : paths) {
            Files.delete(path);
        }
    }
}
