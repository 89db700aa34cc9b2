package se.ringstuga.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/**
 * Produces the clock of production; tests put a movable one in its place. It ticks in microseconds as the database does, so
 * that an instant reads the same in the first answer as ever after.
 */
@ApplicationScoped
class SystemTime {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }

    @Produces
    @MachineTime
    @ApplicationScoped
    Clock machineClock() {
        return Clock.systemUTC();
    }
}
