package se.ringstuga.phonebanks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;
import se.ringstuga.http.ThisMachine;

/** What a browser keeps that waits to be let in, or leads: unreadable for scripts, sent to us alone. */
@RequestScoped
class RoomCookies {

    private static final String WAITING = "room-waiting";
    private static final String LEADER = "room-leader";
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
