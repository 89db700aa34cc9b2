package se.ringstuga.accounts;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import se.ringstuga.http.NotFound;

/** Stands before every API method: no annotation, no answer. */
class AccessFilter {

    private static final String API = "/api/";
    private static final String BEARER = "Bearer ";

    private final Access access;
    private final Grants grants;
    private final TokenUse tokenUse;
    private final Clock clock;

    AccessFilter(Access access, Grants grants, TokenUse tokenUse, Clock clock) {
        this.access = access;
        this.grants = grants;
        this.tokenUse = tokenUse;
        this.clock = clock;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (!request.getUriInfo().getRequestUri().getPath().startsWith(API)
                || method.isAnnotationPresent(OpenToAll.class)) {
            return;
        }
        var grant = grant(request).orElseThrow(NotFound::new);
        var required = Optional.ofNullable(method.getAnnotation(Requires.class)).map(Requires::value);
        if (required.filter(grant.permissions()::contains).isEmpty()) {
            throw new Forbidden(required);
        }
        access.grant(grant);
    }

    private Optional<Access.Grant> grant(ContainerRequestContext request) {
        var slug = request.getUriInfo().getPathParameters().getFirst("slug");
        var header = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        var secret = header.filter(h -> h.startsWith(BEARER))
                .map(h -> new Secret(h.substring(BEARER.length()).strip()))
                .orElseThrow(Unauthorized::new);
        var token = grants.ofToken(secret, slug == null ? "" : slug, clock.instant())
                .orElseThrow(Unauthorized::new);
        if (token.staleUse()) {
            tokenUse.record(token.tokenId());
        }
        return token.grant();
    }
}
