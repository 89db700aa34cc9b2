package se.ringstuga.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses large JSON before it is read. A body that hides its length is stopped while it is read, by {@link StrictJson};
 * what is not JSON (the register's import) has the server's own limit.
 */
class BodyLimits {

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        var type = request.getMediaType();
        if (type != null && type.getSubtype().endsWith("json") && request.getLength() > StrictJson.LARGEST) {
            throw new HttpRefusal(413);
        }
    }
}
