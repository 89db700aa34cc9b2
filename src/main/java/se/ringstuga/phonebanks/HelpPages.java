package se.ringstuga.phonebanks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.accounts.Unauthorized;
import se.ringstuga.calling.CallerSession;

/** "Jag behöver hjälp" on a caller's pages, and what the organizer says to all while a page is open. */
@Path("/ring/evening")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class HelpPages {

    @CheckedTemplate(basePath = "HelpPages")
    static class Templates {
        static native TemplateInstance evening();

        private Templates() {}
    }

    private final RoomCallers callers;
    private final CallerSession session;

    HelpPages(RoomCallers callers, CallerSession session) {
        this.callers = callers;
        this.session = session;
    }

    /** The part of the page that tells of the evening, asked for now and then by its script. */
    @GET
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance show() {
        if (session.known().isEmpty()) {
            throw new Unauthorized();
        }
        return Templates.evening();
    }

    @POST
    @Path("/help")
    @Consumes(MediaType.WILDCARD)
    @OpenToAll
    @Operation(hidden = true)
    public Response help() {
        callers.askForHelp(session.known().orElseThrow(Unauthorized::new));
        return Response.seeOther(URI.create("/ring")).build();
    }
}
