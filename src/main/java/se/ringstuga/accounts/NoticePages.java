package se.ringstuga.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The button "Klart" on the home page. */
@Path("/o/{slug}/notices")
@RunOnVirtualThread
class NoticePages {

    private final OpenNotices notices;

    NoticePages(OpenNotices notices) {
        this.notices = notices;
    }

    @POST
    @Path("/{id}/handled")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response handle(@RestPath long id) {
        notices.handle(id);
        return Response.seeOther(URI.create("/")).build();
    }
}
