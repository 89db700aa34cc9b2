package se.ringstuga.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Produces the clock of production; tests put a movable one in its place. */
@ApplicationScoped
class SystemTime {

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @MachineTime
    @ApplicationScoped
    Clock machineClock() {
        return Clock.systemUTC();
    }
}
