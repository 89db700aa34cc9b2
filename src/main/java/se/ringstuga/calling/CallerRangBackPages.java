package se.ringstuga.calling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.calling.CallerReportPages.Accepted;
import se.ringstuga.calling.CallerReportPages.Refused;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;
import se.ringstuga.http.SpokenTime;

/** Somebody rings back: found only among the caller's own calls of the last 24 hours, by the last four digits (rule 8). */
@Path("/ring/rang-back")
@RunOnVirtualThread
class CallerRangBackPages {

    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}");

    @CheckedTemplate(basePath = "CallerRangBackPages")
    static class Templates {
        static native TemplateInstance rangBack(
                CallerFrame frame, String digits, boolean wrong, boolean nobody, List<Match> found);

        private Templates() {}
    }

    /** One of the caller's own calls. */
    record Match(long claimId, String name, String when) {}

    private final IncomingCalls incoming;
    private final OpenClaims claims;
    private final CallerSession session;
    private final CallScreens screens;
    private final CallReports forms;
    private final ReportTurns turns;

    CallerRangBackPages(
            IncomingCalls incoming,
            OpenClaims claims,
            CallerSession session,
            CallScreens screens,
            CallReports forms,
            ReportTurns turns) {
        this.incoming = incoming;
        this.claims = claims;
        this.session = session;
        this.screens = screens;
        this.forms = forms;
        this.turns = turns;
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance ask() {
        return Templates.rangBack(session.frame(), "", false, false, List.of());
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance find(@FormParam("digits") @Nullable String typed) {
        CallScope scope = session.scope();
        CallerHome home = session.home();
        String digits = typed == null ? "" : typed.replaceAll("\\s", "");
        if (!FOUR_DIGITS.matcher(digits).matches()) {
            return Templates.rangBack(session.frame(), digits, true, false, List.of());
        }
        SpokenTime time = screens.time(ZoneId.of(home.zone()));
        List<Match> found = incoming.find(scope, digits).stream()
                .map(match -> new Match(
                        match.claimId(),
                        match.name(),
                        screens.callerWords().rangBackCalled(time.moment(match.calledAt()))))
                .toList();
        return Templates.rangBack(session.frame(), digits, false, found.isEmpty(), found);
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    @Path("{id}")
    public TemplateInstance tell(@RestPath long id) {
        return call(id, PageForm.EMPTY);
    }

    private TemplateInstance call(long id, PageForm form) {
        CallScope scope = session.scope();
        CallerHome home = session.home();
        CallScreen screen = screens.of(claims.showAfterwards(scope, id), home, CallScreen.Kind.INCOMING);
        return CallerCallPages.Templates.call(session.frame(), screen, form);
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("{id}/report")
    @Produces(MediaType.APPLICATION_JSON)
    public Response accept(@RestPath long id, MultivaluedMap<String, String> sent) {
        PageForm form = PageForm.of(sent);
        try {
            return Response.ok(new Accepted(log(id, form).toString())).build();
        } catch (InvalidInput refusal) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(new Refused(forms.errors(form, refusal)))
                    .build();
        }
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("{id}/report")
    @Produces(MediaType.TEXT_HTML)
    public Response report(@RestPath long id, MultivaluedMap<String, String> sent) {
        PageForm form = PageForm.of(sent);
        try {
            return Response.seeOther(log(id, form)).build();
        } catch (InvalidInput refusal) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(call(id, form.withErrors(forms.errors(form, refusal))))
                    .type(MediaType.TEXT_HTML_TYPE)
                    .build();
        }
    }

    private URI log(long id, PageForm form) {
        CallReport report = CallReportForm.of(form).report();
        return Thanked.address(turns.of(() -> incoming.log(session.scope(), id, report)));
    }
}
