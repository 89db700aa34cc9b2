package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduled;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.ringstuga.database.EmbeddedDatabase;

/** Two instances of the packaged product start at once on an empty database and share it, and its recurring jobs. */
@Timeout(120)
class ClusterIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Path LOG = Path.of("target", "cluster-test.log");
    private static final int AHEAD = 3;
    private static final String PARTITIONS_OF_THE_ACCESS_LOG =
            "select relname from pg_class where relkind = 'r' and relname ~ '^access_log_[0-9]{4}_[0-9]{2}$'";

    @TempDir
    Path directory;

    @Test
    void twoInstancesThatStartTogetherShareTheRecurringJobs() throws Exception {
        try (var database = EmbeddedDatabase.start(directory.resolve("data"));
                var starters = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<PackagedProduct> start = () -> new PackagedProduct(database, LOG);
            var instances = starters.invokeAll(List.of(start, start));
            try {
                for (var instance : instances) {
                    assertThat(instance.get()).isNotNull();
                }
                bothAreInTheClusterAndTheJobsRun(database);
            } finally {
                for (var instance : instances) {
                    if (instance.state() == Future.State.SUCCESS) {
                        instance.resultNow().stop();
                    }
                }
            }
        }
    }

    private static void bothAreInTheClusterAndTheJobsRun(EmbeddedDatabase database) throws SQLException {
        assertThat(soon(database, "select instance_name from qrtz_scheduler_state", 2))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(texts(database, "select job_name from qrtz_triggers"))
                .as("one trigger for each job, whichever instance it fires on; what each does for itself is not here")
                .hasSameSizeAs(jobsOfTheCluster())
                .doesNotHaveDuplicates()
                .doesNotContain("clock-drift", "provider-hooks");
        assertThat(soon(database, PARTITIONS_OF_THE_ACCESS_LOG, AHEAD)).hasSize(AHEAD);
        assertThat(texts(database, "select slug from organization")).hasSize(1);
    }

    /** Those that Quartz runs once for all instances. */
    private static List<Method> jobsOfTheCluster() {
        try {
            return Arrays.stream(Class.forName("se.ringstuga.jobs.Schedules").getDeclaredClasses())
                    .flatMap(group -> Arrays.stream(group.getDeclaredMethods()))
                    .filter(method -> method.isAnnotationPresent(Scheduled.class))
                    .filter(method ->
                            !method.getAnnotation(Scheduled.class).executeWith().equals(Scheduled.SIMPLE))
                    .toList();
        } catch (ClassNotFoundException cause) {
            throw new AssertionError(cause);
        }
    }

    /** Waits until the query gives this many rows, or for as long as is reasonable. */
    private static List<String> soon(EmbeddedDatabase database, String query, int rows) throws SQLException {
        var deadline = System.nanoTime() + SOON.toNanos();
        var found = texts(database, query);
        while (found.size() < rows && System.nanoTime() < deadline) {
            LockSupport.parkNanos(50_000_000);
            found = texts(database, query);
        }
        return found;
    }

    private static List<String> texts(EmbeddedDatabase database, String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
