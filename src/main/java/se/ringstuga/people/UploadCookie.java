package se.ringstuga.people;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.ThisMachine;

/** Keeps the key to a file that was sent in the browser that sent it, for as long as the file is kept. */
@RequestScoped
class UploadCookie {

    private static final String NAME = "ringstuga_file";

    private final RoutingContext request;
    private final Access access;

    UploadCookie(RoutingContext request, Access access) {
        this.request = request;
        this.access = access;
    }

    Optional<UploadKey> key() {
        return Optional.ofNullable(request.request().getCookie(NAME))
                .map(Cookie::getValue)
                .flatMap(UploadKey::parse);
    }

    NewCookie of(UploadKey key) {
        var host = request.request().authority();
        return new NewCookie.Builder(NAME)
                .value(key.text())
                .path("/o/" + access.slug() + "/imports")
                .maxAge((int) Uploads.LIFE.toSeconds())
                .httpOnly(true)
                .secure(host == null || !ThisMachine.is(host.host()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
