package se.ringstuga.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Pages are about people: they are never stored by browsers or proxies and tell no other site where the reader was (rule 19). */
class PageHeaders {

    /** Nothing inline, nothing from elsewhere, in nobody's frame. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            CONTENT_SECURITY_POLICY,
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            HttpHeaders.CACHE_CONTROL,
            "no-store",
            HttpHeaders.VARY,
            "Accept-Language, Cookie");

    @ServerResponseFilter(priority = 100)
    public void protect(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (type != null && type.getType().equals("text") && type.getSubtype().equals("html")) {
            HEADERS.forEach(response.getHeaders()::putSingle);
        }
    }
}
