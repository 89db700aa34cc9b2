package se.ringstuga.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses addresses with the character NUL: no name, number or search has one, and PostgreSQL cannot read it. */
class AddressGuard {

    private static final String NUL = "%00";

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        if (String.valueOf(request.getUriInfo().getRequestUri()).contains(NUL)) {
            throw new HttpRefusal(400);
        }
    }
}
