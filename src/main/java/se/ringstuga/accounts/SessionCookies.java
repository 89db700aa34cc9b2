package se.ringstuga.accounts;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ThisMachine;

/**
 * The cookies that hold sessions: unreadable for scripts, sent to us alone, and outside this very machine only over an
 * encrypted line. Staff and callers have one each, since an organizer may also call.
 */
@RequestScoped
public class SessionCookies {

    private static final String STAFF = "ringstuga";
    private static final String CALLER = "ringstuga_caller";
    private static final String KNOWN = "ringstuga_known";
    private static final Duration KNOWN_FOR = Duration.ofDays(365);

    private final RoutingContext request;
    private final Clock clock;

    SessionCookies(RoutingContext request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    /** The secret that the browser of a member of staff sent. */
    public Optional<Secret> ofStaff() {
        return secret(STAFF);
    }

    /** The secret that a caller's browser sent. */
    public Optional<Secret> ofCaller() {
        return secret(CALLER);
    }

    NewCookie forStaff(Secret secret) {
        return cookie(STAFF, secret.value(), Sessions.STAFF_LIFE);
    }

    /** Gives a caller's browser its session. */
    public NewCookie forCaller(Secret secret, Instant expiresAt) {
        return cookie(CALLER, secret.value(), Duration.between(clock.instant(), expiresAt));
    }

    NewCookie endOfStaff() {
        return cookie(STAFF, "", Duration.ZERO);
    }

    /** Takes a caller's session out of the browser. */
    public NewCookie endOfCaller() {
        return cookie(CALLER, "", Duration.ZERO);
    }

    Optional<String> ofKnownBrowser() {
        return secret(KNOWN).map(Secret::value);
    }

    NewCookie forKnownBrowser(String mark) {
        return cookie(KNOWN, mark, KNOWN_FOR);
    }

    /** What the browser calls itself, for the list of sessions. */
    public @Nullable String userAgent() {
        return request.request().getHeader("User-Agent");
    }

    private Optional<Secret> secret(String name) {
        return Optional.ofNullable(request.request().getCookie(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(Secret::new);
    }

    private NewCookie cookie(String name, String value, Duration life) {
        var host = request.request().authority();
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) life.toSeconds())
                .httpOnly(true)
                .secure(host == null || !ThisMachine.is(host.host()))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
