package se.ringstuga.jobs;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import se.ringstuga.accounts.AccessLogPartitions;
import se.ringstuga.accounts.Upkeep;
import se.ringstuga.database.ClockDrift;

/** Every recurring job. Quartz runs each once in the cluster, unless it says that every instance runs it for itself. */
@ApplicationScoped
class Schedules {

    private final ClockDrift clockDrift;
    private final AccessLogPartitions accessLogPartitions;
    private final Upkeep accountsUpkeep;

    Schedules(ClockDrift clockDrift, AccessLogPartitions accessLogPartitions, Upkeep accountsUpkeep) {
        this.clockDrift = clockDrift;
        this.accessLogPartitions = accessLogPartitions;
        this.accountsUpkeep = accountsUpkeep;
    }

    /** Each instance has a clock of its own. */
    @Scheduled(identity = "clock-drift", every = "1m", executeWith = Scheduled.SIMPLE)
    void compareClocks() {
        clockDrift.measure();
    }

    /** Two months ahead, so that a few missed days do not matter; the first time as soon as the first instance is up. */
    @Scheduled(identity = "access-log-partitions", every = "24h")
    void prepareAccessLog() {
        accessLogPartitions.ensure();
    }

    @Scheduled(identity = "accounts-upkeep", every = "1h", delayed = "10m")
    void forgetPassedTries() {
        accountsUpkeep.forget();
    }
}
