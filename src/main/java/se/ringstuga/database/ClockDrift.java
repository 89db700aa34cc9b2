package se.ringstuga.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.ringstuga.time.MachineTime;

/**
 * How far this machine's clock is from the database's. Leases and cool-downs are computed on each instance: one that is
 * minutes ahead would hand out people whom another still calls, so it hands out nobody until its clock is right again.
 */
@ApplicationScoped
public class ClockDrift {

    private static final Logger LOG = Logger.getLogger(ClockDrift.class);
    private static final Duration TOLERATED = Duration.ofSeconds(2);

    private final DataSource database;
    private final Clock machine;
    private volatile @Nullable Duration drift;

    ClockDrift(DataSource database, @MachineTime Clock machine) {
        this.database = database;
        this.machine = machine;
    }

    /** Whether this instance may claim people and dispatch messages: its clock is at most 2 seconds off. */
    public boolean trusted() {
        return drift().abs().compareTo(TOLERATED) <= 0;
    }

    /** Compares the clocks. An unreachable database leaves the last known drift standing. */
    public void measure() {
        try {
            var measured = compare();
            if (measured.abs().compareTo(TOLERATED) > 0) {
                LOG.errorf(
                        "This machine's clock differs from the database's by %d ms: nobody is handed out until it is right",
                        measured.toMillis());
            }
            drift = measured;
        } catch (SQLException e) {
            LOG.warnf("The clocks could not be compared: %s", e.getMessage());
        }
    }

    /** This machine's clock minus the database's, at the last comparison. */
    Duration drift() {
        if (drift == null) {
            measure();
        }
        var known = drift;
        return known == null ? Duration.ZERO : known;
    }

    private Duration compare() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select clock_timestamp()")) {
            var asked = machine.instant();
            try (var result = statement.executeQuery()) {
                result.next();
                var answered = machine.instant();
                return beyond(asked, result.getObject(1, OffsetDateTime.class).toInstant(), answered);
            }
        }
    }

    /** The database read its clock somewhere between question and answer; only what lies outside of that is drift. */
    static Duration beyond(Instant asked, Instant database, Instant answered) {
        if (database.isBefore(asked)) {
            return Duration.between(database, asked);
        }
        return database.isAfter(answered) ? Duration.between(database, answered) : Duration.ZERO;
    }
}
