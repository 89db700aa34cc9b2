package se.ringstuga.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Another site must not act with a reader's session. Browsers say where a request comes from ({@code Sec-Fetch-Site},
 * older ones {@code Origin}, which is {@code null} on pages that send no referrer); a request that changes something and
 * comes with a cookie needs our own site there, or the mark that only our own pages bring along. A bearer token to the
 * API is exempt: no browser adds one by itself, as it does with a name and password. So is unsubscribing with one click,
 * which mail programs do from wherever they are (RFC 8058): its address is the secret.
 */
class CrossSiteGuard {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String API = "/api/";
    private static final Pattern ONE_CLICK = Pattern.compile("/m/[^/]+/one-click");
    private static final String BEARER = "Bearer ";
    private static final String NO_REFERRER = "null";
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        if (SAFE_METHODS.contains(request.getMethod())
                || carriesToken(request)
                || ONE_CLICK.matcher(request.getUriInfo().getPath()).matches()
                || fromOurselves(request)) {
            return;
        }
        throw new CrossSite();
    }

    private static boolean carriesToken(ContainerRequestContext request) {
        var authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.startsWith(BEARER)
                && request.getUriInfo().getPath().startsWith(API);
    }

    private static boolean fromOurselves(ContainerRequestContext request) {
        var site = site(request);
        if (site != null) {
            return OWN_SITE.contains(site);
        }
        var origin = request.getHeaderString("Origin");
        if (NO_REFERRER.equals(origin)) {
            return OwnPageMark.isOn(request);
        }
        if (origin != null) {
            return sameAuthority(origin, request.getUriInfo().getRequestUri());
        }
        return request.getCookies().isEmpty();
    }

    static @Nullable String site(ContainerRequestContext request) {
        return request.getHeaderString("Sec-Fetch-Site");
    }

    private static boolean sameAuthority(String origin, @Nullable URI own) {
        try {
            return own != null
                    && own.getAuthority().equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** 403: the request came from a page that is not ours. */
    static final class CrossSite extends Problem {
        CrossSite() {
            super(
                    403,
                    "cross-site",
                    "The request came from another site",
                    "Changes are accepted from our own pages only, or with an API token.");
        }
    }
}
