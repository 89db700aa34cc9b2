package se.ringstuga.calling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.http.PageForm;

/** The page with the person on the line. Its script asks for JSON; without script every form answers with a page. */
@Path("/ring/call")
@RunOnVirtualThread
class CallerCallPages {

    @CheckedTemplate(basePath = "CallerCallPages")
    static class Templates {
        static native TemplateInstance call(CallerFrame frame, CallScreen screen, PageForm form);

        private Templates() {}
    }

    /** What the script puts in place of the button. */
    record NumbersShown(List<ShownNumber> numbers, String leaseWords) {}

    /** Until when the person is now this caller's. */
    record LeaseRenewed(String leaseWords) {}

    private final Claims claims;
    private final OpenClaims openClaims;
    private final CallerSession session;
    private final CallScreens screens;

    CallerCallPages(Claims claims, OpenClaims openClaims, CallerSession session, CallScreens screens) {
        this.claims = claims;
        this.openClaims = openClaims;
        this.session = session;
        this.screens = screens;
    }

    /** The caller's open claim, the same after every reload. */
    @GET
    @OpenToAll
    @Operation(hidden = true)
    public Object open() {
        CallScope scope = session.scope();
        CallerHome home = session.home();
        return claims.open(scope, home.callerId())
                .<Object>map(claim -> show(home, screens.of(claim, home, CallScreen.Kind.CALL)))
                .orElseGet(() -> Response.seeOther(CallerPages.HOME).build());
    }

    /** A call that was dialled and never reported (rule 6). */
    @GET
    @OpenToAll
    @Operation(hidden = true)
    @Path("{id}")
    public TemplateInstance unreported(@RestPath long id) {
        CallScope scope = session.scope();
        CallerHome home = session.home();
        return show(home, screens.of(openClaims.showAfterwards(scope, id), home, CallScreen.Kind.UNREPORTED));
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("{id}/number")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public NumbersShown numbers(@RestPath long id) {
        CallScope scope = session.scope();
        ClaimView claim = claims.dialled(scope, id);
        return new NumbersShown(
                ShownNumber.of(claim.person().phone(), claim.person().altPhone()), leaseWords(scope, claim));
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("{id}/number")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.TEXT_HTML)
    public Response showNumbers(@RestPath long id) {
        claims.dialled(session.scope(), id);
        return Response.seeOther(CallerPages.CALL).build();
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("{id}/lease")
    @Consumes(MediaType.WILDCARD)
    public LeaseRenewed renew(@RestPath long id) {
        CallScope scope = session.scope();
        return new LeaseRenewed(leaseWords(scope, claims.renew(scope, id)));
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("{id}/skip")
    public Response skip(@RestPath long id, @FormParam("reason") @Nullable SkipReason reason) {
        claims.skip(session.scope(), id, reason);
        return Response.seeOther(CallerPages.HOME).build();
    }

    private String leaseWords(CallScope scope, ClaimView claim) {
        return screens.lease(claim, screens.time(ZoneId.of(session.home().zone())));
    }

    private TemplateInstance show(CallerHome home, CallScreen screen) {
        return Templates.call(session.frame(), screen, PageForm.EMPTY);
    }
}
