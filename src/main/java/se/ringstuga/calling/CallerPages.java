package se.ringstuga.calling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import se.ringstuga.accounts.OpenToAll;

/** A volunteer's pages between the calls: the promise, the script, the thanks, the empty queue. */
@Path("/ring")
@RunOnVirtualThread
class CallerPages {

    static final URI HOME = URI.create("/ring");
    static final URI CALL = URI.create("/ring/call");

    @CheckedTemplate(basePath = "CallerPages")
    static class Templates {
        static native TemplateInstance promise(CallerFrame frame, CallerHome home);

        static native TemplateInstance home(CallerFrame frame, HomeScreen home);

        static native TemplateInstance thanks(CallerFrame frame, ThanksScreen thanks);

        static native TemplateInstance waiting(CallerFrame frame, WaitingScreen waiting);

        private Templates() {}
    }

    private final Callers callers;
    private final Claims claims;
    private final Leases leases;
    private final CallerSession session;
    private final CallerScreens screens;

    CallerPages(Callers callers, Claims claims, Leases leases, CallerSession session, CallerScreens screens) {
        this.callers = callers;
        this.claims = claims;
        this.leases = leases;
        this.session = session;
        this.screens = screens;
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance home() {
        CallScope scope = session.scope();
        leases.lapseOf(session.callerId());
        CallerHome home = session.home();
        CallerFrame frame = session.frame();
        return home.promiseAccepted()
                ? Templates.home(frame, screens.home(home, claims.open(scope, home.callerId())))
                : Templates.promise(frame, home);
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("promise")
    public Response promise() {
        callers.promise(session.scope());
        return Response.seeOther(HOME).build();
    }

    /**
     * Hands out the next person, or the one the caller already has: pressed twice it is still one.
     *
     * @param asked whether the page has asked how calls went that nobody told about; until then that comes first (rule 6)
     */
    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Path("next")
    public Response next(@RestQuery boolean asked) {
        CallScope scope = session.scope();
        leases.lapseOf(session.callerId());
        CallerHome home = session.home();
        if (!home.promiseAccepted() || (!asked && !home.unreported().isEmpty())) {
            return Response.seeOther(HOME).build();
        }
        claims.claim(scope, home.assignmentId(), home.callerId());
        return Response.seeOther(CALL).build();
    }

    /** A page that answered a POST, asked for again by a reload or by the other language. */
    @GET
    @OpenToAll
    @Operation(hidden = true)
    @Path("next")
    public Response again() {
        return Response.seeOther(HOME).build();
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    @Path("thanks")
    public TemplateInstance thanks(@BeanParam Thanked thanked) {
        CallerHome home = session.home();
        return Templates.thanks(session.frame(), screens.thanks(home, thanked));
    }

    @ServerExceptionMapper
    public Response empty(QueueEmpty empty) {
        CallerHome home = session.home();
        return page(Templates.waiting(
                session.frame(),
                screens.empty(
                        home,
                        (QueueReasons) empty.members().get("reasons"),
                        empty.members().get("nextAt") instanceof Instant at ? at : null)));
    }

    @ServerExceptionMapper
    public Response paused(AssignmentPaused paused) {
        return page(Templates.waiting(session.frame(), screens.paused()));
    }

    @ServerExceptionMapper
    public Response closed(AssignmentClosed closed) {
        return page(Templates.waiting(session.frame(), screens.closed()));
    }

    @ServerExceptionMapper
    public Response limited(CallerLimitReached limited) {
        CallerHome home = session.home();
        return page(Templates.waiting(session.frame(), screens.limited((CallerLimit)
                Objects.requireNonNull(limited.members().get("limit")))));
    }

    /** An expected outcome, so the page is no error. */
    private static Response page(TemplateInstance page) {
        return Response.ok(page, MediaType.TEXT_HTML).build();
    }
}
