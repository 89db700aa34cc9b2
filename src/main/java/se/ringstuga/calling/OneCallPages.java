package se.ringstuga.calling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;

/** One call: what was reported, and correcting it; the former report is kept with the name of whoever corrected it. */
@Path("/o/{slug}/call-assignments/{id}/call/{call}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OneCallPages {

    @CheckedTemplate(basePath = "OneCallPages")
    static class Templates {
        static native TemplateInstance call(OneCallScreens.Screen page);

        private Templates() {}
    }

    private final OneCallScreens screens;
    private final AssignmentScreens assignments;
    private final Reports reports;
    private final ReportTurns turns;
    private final Access access;

    OneCallPages(
            OneCallScreens screens, AssignmentScreens assignments, Reports reports, ReportTurns turns, Access access) {
        this.screens = screens;
        this.assignments = assignments;
        this.reports = reports;
        this.turns = turns;
        this.access = access;
    }

    @GET
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id, @RestPath long call) {
        return Templates.call(screens.of(id, call));
    }

    /** What followed from the former report is taken back; sent twice it is corrected once. */
    @POST
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response correct(@RestPath long id, @RestPath long call, MultivaluedMap<String, String> sent) {
        var screen = screens.of(id, call);
        if (!screen.mayCorrect()) {
            throw new NotFound();
        }
        var form = new CorrectionForm(PageForm.of(sent), access.zone());
        try {
            var report = form.report(screen.before());
            turns.of(() -> reports.correct(assignments.scope(), call, report));
            return Response.seeOther(URI.create(screen.address())).build();
        } catch (InvalidInput refusal) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.call(screens.of(
                            id, call, form.form().withErrors(screens.errors(refusal, form)), screens.refusal(refusal))))
                    .build();
        }
    }
}
