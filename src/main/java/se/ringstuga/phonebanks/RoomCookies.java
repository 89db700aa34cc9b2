package se.ringstuga.phonebanks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import se.ringstuga.accounts.Secret;
import se.ringstuga.http.ThisMachine;

/** What a browser keeps that asks and waits to be let in, or leads: unreadable for scripts, sent to us alone. */
@RequestScoped
class RoomCookies {

    private static final String WAITING = "room-waiting";
    private static final String BROWSER = "room-browser";
    private static final String LEADER = "room-leader";
    private static final int NAME_BYTES = 16;
    private static final Duration LONGEST = Duration.ofHours(16);

    private final HttpHeaders headers;
    private final UriInfo uri;

    RoomCookies(HttpHeaders headers, UriInfo uri) {
        this.headers = headers;
        this.uri = uri;
    }

    Optional<String> waiting() {
        return read(WAITING);
    }

    Optional<String> leader() {
        return read(LEADER);
    }

    /** A browser that has asked before, by a name that gives nothing of it away. */
    Optional<String> knownBrowser() {
        return read(BROWSER).map(secret -> HexFormat.of().formatHex(new Secret(secret).hash(), 0, NAME_BYTES));
    }

    /** Drawn when it first asks. */
    NewCookie forBrowser() {
        return cookie(BROWSER, read(BROWSER).orElseGet(() -> Secret.random().value()));
    }

    NewCookie forWaiting(String secret) {
        return cookie(WAITING, secret);
    }

    NewCookie forLeader(String session) {
        return cookie(LEADER, session);
    }

    private Optional<String> read(String name) {
        return Optional.ofNullable(headers.getCookies().get(name)).map(Cookie::getValue);
    }

    private NewCookie cookie(String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(Math.toIntExact(LONGEST.toSeconds()))
                .httpOnly(true)
                .secure(!ThisMachine.is(uri.getRequestUri().getHost()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
