package se.ringstuga.database;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** A machine whose clock is a minute ahead of the database's. */
public final class WrongClock {

    private WrongClock() {}

    public static ClockDrift against(DataSource database) {
        return new ClockDrift(database, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)));
    }
}
