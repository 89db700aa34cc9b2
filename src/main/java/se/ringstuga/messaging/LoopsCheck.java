package se.ringstuga.messaging;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Red in {@code /q/health} while a loop that sending hangs on has ended, or has not turned for a minute. Not part of
 * readiness: pages and webhooks still work, and another instance sends meanwhile.
 */
@Wellness
@ApplicationScoped
class LoopsCheck implements HealthCheck {

    private final Loops loops;

    LoopsCheck(Loops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        var all = loops.all();
        var answer = HealthCheckResponse.named("loops").status(all.stream().allMatch(Loop::turns));
        all.stream()
                .filter(loop -> !loop.turns())
                .forEach(loop -> answer.withData(loop.name(), loop.silence().toSeconds()));
        return answer.build();
    }
}
