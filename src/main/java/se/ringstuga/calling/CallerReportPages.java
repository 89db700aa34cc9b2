package se.ringstuga.calling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;

/**
 * Takes the form of survey and outcome. The claim's own secret is enough, so that what a phone kept through a lost line
 * is accepted after the session has ended too (rules 16 and 17); sent twice it is the same report.
 */
@Path("/ring/call/{id}")
@RunOnVirtualThread
class CallerReportPages {

    /** The server has it; {@code next} is where the page goes on. */
    record Accepted(String next) {}

    /** What is wrong, by the page's fields. */
    record Refused(Map<String, String> faults) {}

    private final Reports reports;
    private final CallReports forms;
    private final CallerSession session;

    CallerReportPages(Reports reports, CallReports forms, CallerSession session) {
        this.reports = reports;
        this.forms = forms;
        this.session = session;
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("report")
    @Produces(MediaType.APPLICATION_JSON)
    public Response accept(@RestPath long id, MultivaluedMap<String, String> sent) {
        PageForm form = PageForm.of(sent);
        try {
            return Response.ok(new Accepted(forms.send(id, form).toString())).build();
        } catch (InvalidInput refusal) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(new Refused(forms.errors(form, refusal)))
                    .build();
        }
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("report")
    @Produces(MediaType.TEXT_HTML)
    public Response report(@RestPath long id, MultivaluedMap<String, String> sent) {
        PageForm form = PageForm.of(sent);
        try {
            return Response.seeOther(forms.send(id, form)).build();
        } catch (InvalidInput refusal) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(forms.shownAgain(id, form, refusal))
                    .type(MediaType.TEXT_HTML_TYPE)
                    .build();
        }
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("undo")
    @Consumes(MediaType.WILDCARD)
    public Response undo(@RestPath long id) {
        reports.undo(session.scope(), id);
        return Response.seeOther(CallerPages.CALL).build();
    }
}
