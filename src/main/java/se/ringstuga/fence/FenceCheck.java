package se.ringstuga.fence;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Red in {@code /q/health} while this database is on hold, since nobody has chosen that and messages are waiting. Not part of
 * readiness: pages, calls and webhooks go on, and it is through a page that a hold is released. A switch that somebody has
 * pulled is no fault and only told.
 */
@Wellness
@ApplicationScoped
class FenceCheck implements HealthCheck {

    private final Fence fence;
    private final Journal journal;

    FenceCheck(Fence fence, Journal journal) {
        this.fence = fence;
        this.journal = journal;
    }

    @Override
    public HealthCheckResponse call() {
        var hold = fence.hold();
        var failing = journal.failing();
        var answer = HealthCheckResponse.named("sending")
                .status(hold.isEmpty() && failing.isEmpty())
                .withData("switchedOff", fence.isSwitchedOff());
        hold.map(Hold::reasons).map(Hold::written).ifPresent(reasons -> answer.withData("hold", reasons));
        failing.ifPresent(why -> answer.withData("journal", why));
        return answer.build();
    }
}
