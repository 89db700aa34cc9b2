package se.ringstuga.calling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Secret;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.ThisMachine;

/** Which volunteer's browser this is: bound by a cookie that scripts cannot read and other sites cannot send (rule 19). */
@RequestScoped
public class CallerSession {

    private static final String COOKIE = "caller";
    private static final String WAITING = "caller-waiting";
    private static final String BROWSER = "caller-browser";
    private static final String PATH = "/";
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Callers callers;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final PageContext page;
    private @Nullable CallScope scope;
    private @Nullable Browser browser;
    private @Nullable CallerHome home;

    CallerSession(Callers callers, HttpHeaders headers, UriInfo uri, PageContext page) {
        this.callers = callers;
        this.headers = headers;
        this.page = page;
        this.uri = uri;
    }

    /** @throws CallerSignedOut when this browser is nobody's, or no longer */
    CallScope scope() {
        CallScope known = scope;
        if (known == null) {
            known = secret().flatMap(callers::session).orElseThrow(CallerSignedOut::new);
            scope = known;
        }
        return known;
    }

    long callerId() {
        return Objects.requireNonNull(scope().callerId(), "a caller's session");
    }

    /** What stands around the calls, in the caller's language; read once a request. */
    CallerHome home() {
        CallerHome known = home;
        if (known == null) {
            known = callers.home(scope(), page.language());
            home = known;
        }
        return known;
    }

    CallerFrame frame() {
        return new CallerFrame(home().title(), draftKey());
    }

    /** Whether this browser already is in as this caller. */
    boolean of(long callerId) {
        return secret().flatMap(callers::session)
                .filter(known -> Long.valueOf(callerId).equals(known.callerId()))
                .isPresent();
    }

    /** Who this browser is in, if anybody. */
    public Optional<CallScope> known() {
        return secret().flatMap(callers::session);
    }

    Optional<String> secret() {
        return cookie(COOKIE);
    }

    /** Drawn when it is first asked for, and the same for every volunteer on this phone. */
    public Browser browser() {
        Browser known = browser;
        if (known == null) {
            known = new Browser(
                    cookie(BROWSER).orElseGet(() -> Secret.random().value()),
                    headers.getHeaderString(HttpHeaders.USER_AGENT));
            browser = known;
        }
        return known;
    }

    /** The secret of a browser that waits for the organizer's yes. */
    Optional<String> waitingSecret() {
        return cookie(WAITING);
    }

    /**
     * Names this browser's drafts in its storage, so that another caller on the same phone never sees them (rule 16). It
     * is made from the session's secret and gives nothing of it away.
     */
    String draftKey() {
        return secret().map(CallerSession::keyOf).orElse("");
    }

    /** What the browser keeps once it is in. */
    public NewCookie[] joined(String secret) {
        return new NewCookie[] {kept(COOKIE, secret), kept(BROWSER, browser().secret()), gone(WAITING)};
    }

    NewCookie[] waiting(String secret) {
        return new NewCookie[] {kept(WAITING, secret), kept(BROWSER, browser().secret())};
    }

    /** Who the browser is stays, so that its owner comes back with the link alone. */
    NewCookie[] ended() {
        return new NewCookie[] {gone(COOKIE), gone(WAITING)};
    }

    private static String keyOf(String secret) {
        return HexFormat.of().formatHex(new Secret("drafts:" + secret).hash(), 0, 8);
    }

    private Optional<String> cookie(String name) {
        return Optional.ofNullable(headers.getCookies().get(name)).map(Cookie::getValue);
    }

    private NewCookie kept(String name, String secret) {
        return cookie(name, secret, Math.toIntExact(LONGEST.toSeconds()));
    }

    private NewCookie gone(String name) {
        return cookie(name, "", 0);
    }

    private NewCookie cookie(String name, String value, int maxAge) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(PATH)
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(!ThisMachine.is(uri.getRequestUri().getHost()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
