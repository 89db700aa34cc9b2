package se.ringstuga.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Metrics are for whoever runs the installation: {@code RINGSTUGA_METRICS_TOKEN} as bearer token opens them, and without
 * one configured they do not exist. On the same port as everything else, so that instances on one machine need no second.
 */
class MetricsGuard {

    private static final int EARLY = 800;
    private static final String METRICS = "/q/metrics";
    private static final int NOT_FOUND = 404;

    private final Optional<String> token;

    MetricsGuard(@ConfigProperty(name = "ringstuga.metrics-token") Optional<String> token) {
        this.token = token.filter(given -> !given.isBlank());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext request) {
        if (request.normalizedPath().startsWith(METRICS) && !carriesToken(request)) {
            request.response().setStatusCode(NOT_FOUND).end();
        } else {
            request.next();
        }
    }

    private boolean carriesToken(RoutingContext request) {
        var given = String.valueOf(request.request().getHeader("Authorization"));
        return token.map(wanted -> MessageDigest.isEqual(("Bearer " + wanted).getBytes(UTF_8), given.getBytes(UTF_8)))
                .orElse(false);
    }
}
