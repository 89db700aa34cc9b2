package se.ringstuga.database;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Machines whose clock is right or wrong, for tests of those who ask. */
public final class ClockDrifts {

    private ClockDrifts() {}

    public static ClockDrift of(DataSource database, Duration offset) {
        return new ClockDrift(database, Clock.offset(Clock.systemUTC(), offset));
    }
}
