package se.ringstuga.jobs;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets one instance at a time write its recurring jobs into Quartz's tables as it starts. The scheduler asks whether a job
 * stands there and adds it if not; of two that ask together the second would find it already there, and not start.
 */
@Singleton
class StartTurn {

    private static final int BEFORE_THE_SCHEDULER = Interceptor.Priority.PLATFORM_BEFORE - 1;
    private static final int AFTER_THE_SCHEDULER = Interceptor.Priority.PLATFORM_BEFORE + 1;

    /** Enough for many instances in a row: each needs some tenths of a second. */
    private static final String PATIENCE = "set local lock_timeout = '60s'";

    private static final String TAKE = "select pg_advisory_xact_lock(hashtextextended('scheduler start', 0))";

    private final DataSource database;
    private @Nullable Connection turn;

    StartTurn(DataSource database) {
        this.database = database;
    }

    /**
     * Waits until no other instance is writing its jobs. If this instance dies now, its turn ends with its connection.
     *
     * @throws IllegalStateException if that takes more than a minute
     */
    void take(@Observes @Priority(BEFORE_THE_SCHEDULER) StartupEvent event) {
        try {
            var connection = database.getConnection();
            turn = connection;
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(PATIENCE);
                statement.execute(TAKE);
            }
        } catch (SQLException e) {
            give(event);
            throw new IllegalStateException(
                    "Another instance is still starting on this database, or it does not answer: " + e.getMessage(), e);
        }
    }

    /** The jobs stand; whoever waits may go on. */
    void give(@Observes @Priority(AFTER_THE_SCHEDULER) StartupEvent event) {
        try (var connection = turn) {
            if (connection != null) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The turn to start could not be given on: " + e.getMessage(), e);
        } finally {
            turn = null;
        }
    }
}
