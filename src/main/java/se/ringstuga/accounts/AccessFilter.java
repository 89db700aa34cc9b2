package se.ringstuga.accounts;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Assets;
import se.ringstuga.http.NotFound;

/**
 * Stands before every resource method, of the API and of the pages: no annotation, no answer. Tools come with a token,
 * browsers with a session; whoever opens a page without one is led to the sign-in and back.
 */
class AccessFilter {

    private static final String API = "/api/";
    private static final String BEARER = "Bearer ";

    private final Access access;
    private final Grants grants;
    private final SessionCookies cookies;
    private final Sessions sessions;
    private final TokenUse tokenUse;

    AccessFilter(Access access, Grants grants, SessionCookies cookies, Sessions sessions, TokenUse tokenUse) {
        this.access = access;
        this.grants = grants;
        this.cookies = cookies;
        this.sessions = sessions;
        this.tokenUse = tokenUse;
    }

    @ServerRequestFilter
    public @Nullable Response check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method.isAnnotationPresent(OpenToAll.class) || method.getDeclaringClass() == Assets.class) {
            return null;
        }
        var page = !request.getUriInfo().getRequestUri().getPath().startsWith(API);
        var credential = credential(request, page);
        if (page && credential.isEmpty()) {
            return Response.seeOther(ReturnPath.signIn(wanted(request))).build();
        } else if (page && !credential.get().complete()) {
            return Response.seeOther(ReturnPath.code(wanted(request))).build();
        }
        admit(credential.orElseThrow(Unauthorized::new), method);
        return null;
    }

    private void admit(Grants.Credential credential, Method method) {
        if (!credential.complete()) {
            throw new SecondFactorMissing();
        }
        recordUse(credential);
        if (method.isAnnotationPresent(SignedIn.class) && credential.actor().kind() == Actor.Kind.STAFF) {
            access.signIn(credential.actor(), credential.sessionId());
            return;
        }
        var required = Optional.ofNullable(method.getAnnotation(Requires.class)).map(Requires::value);
        var grant = credential.grant().orElseThrow(NotFound::new);
        if (required.filter(grant.permissions()::contains).isEmpty()) {
            throw new Forbidden(required);
        }
        access.signIn(credential.actor(), credential.sessionId());
        access.grant(grant);
    }

    private Optional<Grants.Credential> credential(ContainerRequestContext request, boolean page) {
        var given = request.getUriInfo().getPathParameters().getFirst("slug");
        var slug = given == null ? "" : given;
        var header = page ? null : request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return header.startsWith(BEARER)
                    ? grants.ofToken(
                            new Secret(header.substring(BEARER.length()).strip()), slug)
                    : Optional.empty();
        }
        return cookies.ofStaff().flatMap(secret -> grants.ofSession(secret, slug));
    }

    private void recordUse(Grants.Credential credential) {
        if (!credential.staleUse()) {
            return;
        }
        switch (credential.actor().kind()) {
            case TOKEN -> tokenUse.record(credential.actor().id());
            case STAFF -> sessions.recordUse(credential.sessionId());
            case CALLER, PERSON, LEADER, SYSTEM -> {}
        }
    }

    private static @Nullable String wanted(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var query = uri.getRawQuery();
        return request.getMethod().equals("GET") ? uri.getRawPath() + (query == null ? "" : "?" + query) : null;
    }
}
