package se.ringstuga.jobs;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import se.ringstuga.database.ClockDrift;

/** Every recurring job. Quartz runs each once in the cluster, unless it says that every instance runs it for itself. */
@ApplicationScoped
class Schedules {

    private final ClockDrift clockDrift;

    Schedules(ClockDrift clockDrift) {
        this.clockDrift = clockDrift;
    }

    /** Each instance has a clock of its own. */
    @Scheduled(identity = "clock-drift", every = "1m", executeWith = Scheduled.SIMPLE)
    void compareClocks() {
        clockDrift.measure();
    }
}
