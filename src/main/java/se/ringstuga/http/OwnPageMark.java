package se.ringstuga.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * A cookie for browsers that do not say where a request comes from: they send it along with what our own pages ask, and
 * never with what another site's do ({@link CrossSiteGuard}). It holds nothing.
 */
class OwnPageMark {

    private static final String NAME = "ringstuga_own";

    @ServerResponseFilter
    public void give(ContainerRequestContext request, ContainerResponseContext response) {
        if (CrossSiteGuard.site(request) == null && readsPage(request) && !isOn(request)) {
            var host = request.getUriInfo().getRequestUri().getHost();
            response.getHeaders()
                    .add(
                            HttpHeaders.SET_COOKIE,
                            new NewCookie.Builder(NAME)
                                    .value("1")
                                    .path("/")
                                    .httpOnly(true)
                                    .secure(!ThisMachine.is(host))
                                    .sameSite(NewCookie.SameSite.STRICT)
                                    .build());
        }
    }

    static boolean isOn(ContainerRequestContext request) {
        return request.getCookies().containsKey(NAME);
    }

    private static boolean readsPage(ContainerRequestContext request) {
        var accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET") && accept != null && accept.contains(MediaType.TEXT_HTML);
    }
}
