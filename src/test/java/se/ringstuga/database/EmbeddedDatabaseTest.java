package se.ringstuga.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One database for the whole class; what restarts it comes last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedDatabaseTest {

    @TempDir
    static Path directory;

    static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.start(directory);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8",
    })
    void isDurableAndPrivate(String setting, String value) throws SQLException {
        assertThat(query("show " + setting)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", ""})
    void refusesAWrongPassword(String password) {
        for (var user : new String[] {database.username(), "postgres"}) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), user, password))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void theApplicationIsNoSuperuser() throws SQLException {
        assertThat(query("select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls"
                        + " from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        assertThatThrownBy(() -> query("select pg_read_file('postgresql.conf')"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void theApplicationOwnsItsDatabaseAndMayCreateTheTrustedExtensionItNeeds() throws SQLException {
        execute("create extension if not exists pg_trgm");
        assertThat(query("select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                .isEqualTo(database.username());
    }

    @Test
    void lettersBeyondAsciiAreLettersWhateverTheMachinesLanguage() throws SQLException {
        execute("create extension if not exists pg_trgm");
        assertThat(query(
                        "select datlocprovider::text || datlocale from pg_database where datname = current_database()"))
                .isEqualTo("bC.UTF-8");
        assertThat(query("select lower('ÅÄÖÉ')")).isEqualTo("åäöé");
        assertThat(query("select similarity('Åsa Öberg', 'åsa öberg')")).isEqualTo("1");
        assertThat(query("select similarity('åäö', 'xyz') < similarity('åäö', 'åäö')"))
                .isEqualTo("t");
    }

    @Test
    void swedishOrderIsAnExplicitCollation() throws SQLException {
        assertThat(
                        query(
                                "select string_agg(l, '' order by l collate \"sv-x-icu\") from unnest('{ö,a,ä,z,å}'::text[]) l"))
                .isEqualTo("azåäö");
    }

    @Test
    void thePasswordsAreReadableByTheirOwnerOnly() throws IOException {
        assertThat(permissions("database-passwords")).isEqualTo("rw-------");
        assertThat(permissions("database")).isEqualTo("rwx------");
        assertThat(directory.resolve("initial-password")).doesNotExist();
    }

    @Test
    void theServersLogRepeatsNobodysData() throws SQLException, IOException {
        execute("create table once (email text unique)");
        try (var connection = connect();
                var insert = connection.prepareStatement("insert into once values (?)")) {
            insert.setString(1, "anna@example.se");
            insert.execute();
            assertThatThrownBy(insert::execute).isInstanceOf(SQLException.class);
        }
        assertThat(Files.readString(directory.resolve("postgresql.log")))
                .contains("duplicate key")
                .doesNotContain("anna@example.se");
    }

    @Test
    void aDirectoryThatCannotBeWrittenToIsNamed(@TempDir Path other) throws IOException {
        var file = Files.createFile(other.resolve("taken-by-a-file"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(file))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(file + " cannot be written to")
                .hasMessageContaining("RINGSTUGA_DATA_DIR");
    }

    @Test
    void aSecondStartOnTheSameDirectoryIsRefusedNamingTheOwner() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("process " + ProcessHandle.current().pid())
                .hasMessageContaining("RINGSTUGA_DATA_DIR");
        assertThat(PostgresProcesses.of(directory)).isNotEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE - 3)
    void dataAndPasswordSurviveAStopAndTheServerIsGoneMeanwhile() throws SQLException {
        execute("create table kept (id int)");
        execute("insert into kept values (7)");
        var password = database.password();
        database.close();
        assertThat(PostgresProcesses.of(directory)).isEmpty();

        start();

        assertThat(query("select id from kept")).isEqualTo("7");
        assertThat(database.password()).isEqualTo(password);
    }

    /** After a restart of the machine the recorded number may belong to anyone; here it is this test's. */
    @Test
    @Order(Integer.MAX_VALUE - 2)
    void aNumberThatBelongsToAnotherProcessMeanwhileIsNeitherStoppedNorInTheWay() throws Exception {
        database.close();
        Files.writeString(
                directory.resolve("database/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + directory.resolve("database") + "\n");

        start();

        assertThat(query("select 1")).isEqualTo("1");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void whatAnInterruptedFirstStartLeftIsClearedAway() throws IOException {
        database.close();
        var leftover = Files.createDirectory(directory.resolve("database.new-123"));
        Files.writeString(leftover.resolve("postgresql.conf"), "half");

        start();

        assertThat(leftover).doesNotExist();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void lostPasswordsAreNamedRatherThanReplaced() throws IOException {
        database.close();
        var passwords = directory.resolve("database-passwords");
        var kept = Files.readString(passwords);
        Files.delete(passwords);

        assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("database-passwords is missing");

        Files.writeString(passwords, kept);
        start();
    }

    private static String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
