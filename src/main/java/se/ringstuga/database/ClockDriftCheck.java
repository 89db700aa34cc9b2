package se.ringstuga.database;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Red in {@code /q/health} while the clock is not to be trusted. Not part of readiness: pages and reports still work, and
 * a wrong clock on the database's machine would otherwise take every instance out of service at once.
 */
@Wellness
@ApplicationScoped
class ClockDriftCheck implements HealthCheck {

    private final ClockDrift clockDrift;

    ClockDriftCheck(ClockDrift clockDrift) {
        this.clockDrift = clockDrift;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("clock")
                .status(clockDrift.trusted())
                .withData("driftMillis", clockDrift.drift().toMillis())
                .build();
    }
}
