package se.ringstuga.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class EmbeddedDatabaseCrashTest {

    private static final int KILLS = 10;

    @TempDir
    Path directory;

    private final Random random = new Random(20260214);

    @Test
    void tenKillsLoseNothingThatWasCommittedAndLeaveNoServerBehind() throws Exception {
        var committed = new ArrayList<Long>();
        for (var kill = 1; kill <= KILLS; kill++) {
            committed.addAll(rowsUntilKilled(kill % 5 == 3 ? 0 : 1 + random.nextInt(200)));
        }
        assertThat(committed).hasSizeGreaterThan(KILLS);
        assertThat(PostgresProcesses.of(directory)).as("the last kill's orphan").hasSize(1);

        try (var database = EmbeddedDatabase.start(directory)) {
            assertThat(PostgresProcesses.of(directory)).as("its successor").hasSize(1);
            assertThat(rows(database)).containsAll(committed);
        }
        assertThat(PostgresProcesses.of(directory)).isEmpty();
    }

    @Test
    void aLivingOwnerIsLeftAloneAndNamed() throws Exception {
        var owner = start();
        try (var output = owner.inputReader()) {
            assertThat(output.readLine()).isEqualTo(KilledApplication.READY);

            var second = start();

            assertThat(new String(second.getErrorStream().readAllBytes(), UTF_8))
                    .contains("process " + owner.pid());
            assertThat(second.waitFor()).isNotZero();
            assertThat(output.readLine()).as("the owner goes on").isNotNull();
        } finally {
            owner.destroyForcibly().waitFor();
            EmbeddedDatabase.start(directory).close();
        }
    }

    /** The rows that were reported as committed before the process was killed; with 0 it dies while it starts. */
    private List<Long> rowsUntilKilled(int rows) throws IOException, InterruptedException {
        var committed = new ArrayList<Long>();
        var application = start();
        try (var output = application.inputReader()) {
            if (rows == 0) {
                application.waitFor(random.nextInt(200, 700), TimeUnit.MILLISECONDS);
            } else {
                assertThat(output.readLine()).isEqualTo(KilledApplication.READY);
                while (committed.size() < rows) {
                    committed.add(Long.parseLong(output.readLine()));
                }
            }
            application.destroyForcibly().waitFor();
        }
        return committed;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledApplication.class.getName(),
                        directory.toString())
                .start();
    }

    private static List<Long> rows(EmbeddedDatabase database) throws Exception {
        var ids = new ArrayList<Long>();
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement();
                var result = statement.executeQuery("select id from row")) {
            while (result.next()) {
                ids.add(result.getLong(1));
            }
        }
        return ids;
    }
}
