package se.ringstuga.calling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import se.ringstuga.accounts.OpenToAll;

/** "Sluta för i kväll", on every page (rule 18): what is unsent goes first, then the session ends. */
@Path("/ring")
@RunOnVirtualThread
class CallerStopPages {

    @CheckedTemplate(basePath = "CallerStopPages")
    static class Templates {
        static native TemplateInstance stop(CallerFrame frame);

        static native TemplateInstance bye(long calls, long reached, String gone);

        private Templates() {}
    }

    private final Callers callers;
    private final CallerSession session;

    CallerStopPages(Callers callers, CallerSession session) {
        this.callers = callers;
        this.session = session;
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    @Path("stop")
    public TemplateInstance ask() {
        CallerHome home = session.home();
        return Templates.stop(session.frame());
    }

    /** Whoever has stopped already is thanked again rather than refused. */
    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("stop")
    @Consumes(MediaType.WILDCARD)
    public Response stop() {
        CallScope scope = session.scope();
        CallerHome home = session.home();
        callers.stop(scope);
        return Response.seeOther(UriBuilder.fromPath("/ring/bye")
                        .queryParam("calls", home.callsTonight())
                        .queryParam("reached", home.reached())
                        .queryParam("gone", session.draftKey())
                        .build())
                .cookie(session.ended())
                .build();
    }

    /**
     * The numbers ride in the address, since the session that knew them has ended.
     *
     * @param gone whose drafts the page's script erases (rule 16)
     */
    @GET
    @OpenToAll
    @Operation(hidden = true)
    @Path("bye")
    public TemplateInstance bye(@RestQuery long calls, @RestQuery long reached, @RestQuery String gone) {
        return Templates.bye(calls, reached, gone);
    }
}
