package se.ringstuga.calling;

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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.calling.CallerCallPages.LeaseRenewed;
import se.ringstuga.calling.CallerCallPages.NumbersShown;
import se.ringstuga.calling.CallerReportPages.Accepted;
import se.ringstuga.http.PageForm;

/** An invented person to practise on: the same page, touching no queue, no number and no figure (rule 15). */
@Path("/ring/practice")
@RunOnVirtualThread
class CallerPracticePages {

    private static final URI DONE = URI.create("/ring/practice/done");
    private static final URI PAGE = URI.create("/ring/practice");

    @CheckedTemplate(basePath = "CallerPracticePages")
    static class Templates {
        static native TemplateInstance done(CallerFrame frame);

        private Templates() {}
    }

    private final PracticeSurveys surveys;
    private final CallerSession session;
    private final CallScreens screens;
    private final Clock clock;

    CallerPracticePages(PracticeSurveys surveys, CallerSession session, CallScreens screens, Clock clock) {
        this.surveys = surveys;
        this.session = session;
        this.screens = screens;
        this.clock = clock;
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance practise() {
        return show(null);
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("number")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public NumbersShown number() {
        return new NumbersShown(List.of(ShownNumber.of(InventedPerson.NUMBER)), leaseWords());
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("number")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance showNumber() {
        return show(clock.instant());
    }

    /** Reloaded after the number was shown without script. */
    @GET
    @OpenToAll
    @Operation(hidden = true)
    @Path("number")
    public Response again() {
        return Response.seeOther(PAGE).build();
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("lease")
    @Consumes(MediaType.WILDCARD)
    public LeaseRenewed renew() {
        return new LeaseRenewed(leaseWords());
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("report")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Accepted accept() {
        return new Accepted(DONE.toString());
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("report")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.TEXT_HTML)
    public Response report() {
        return Response.seeOther(DONE).build();
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("skip")
    @Consumes(MediaType.WILDCARD)
    public Response skip() {
        return Response.seeOther(DONE).build();
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    @Path("done")
    public TemplateInstance done() {
        return Templates.done(session.frame());
    }

    private TemplateInstance show(@Nullable Instant dialledAt) {
        CallerHome home = session.home();
        CallScreen screen = screens.of(invented(home, dialledAt), home, CallScreen.Kind.PRACTICE);
        return CallerCallPages.Templates.call(session.frame(), screen, PageForm.EMPTY);
    }

    private String leaseWords() {
        CallerHome home = session.home();
        return screens.lease(invented(home, clock.instant()), screens.time(ZoneId.of(home.zone())));
    }

    private ClaimView invented(CallerHome home, @Nullable Instant dialledAt) {
        var now = clock.instant();
        var shown = List.of(ShownField.JOINED, ShownField.CITY);
        return InventedPerson.claim(
                home,
                surveys.of(home.organizationId(), home.assignmentId()).orElse(null),
                InventedPerson.fields(shown, screens.words(), now, ZoneId.of(home.zone())),
                new InventedPerson.Moment(now, dialledAt));
    }
}
