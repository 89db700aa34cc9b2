package se.ringstuga.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** What every answer carries, static files and errors included; set where all of them pass. */
class SecurityHeaders {

    private static final int EARLY = 900;

    /** Nothing from elsewhere, nothing inline, in nobody's frame. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "X-Frame-Options", "DENY");

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::protect, EARLY);
    }

    private static void protect(RoutingContext request) {
        var encrypted = "https".equals(request.request().scheme());
        request.addHeadersEndHandler(done -> write(request.response().headers(), encrypted));
        request.next();
    }

    /** What says nothing about caching may be about people: it is kept by no browser and no proxy. */
    private static void write(MultiMap headers, boolean encrypted) {
        ALWAYS.forEach(headers::set);
        if (encrypted) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }
}
