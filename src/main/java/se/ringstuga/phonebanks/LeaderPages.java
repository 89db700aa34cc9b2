package se.ringstuga.phonebanks;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.accounts.StandingAccess.Standing;
import se.ringstuga.accounts.Unauthorized;
import se.ringstuga.http.NotFound;

/** The evening in a leader's hand: let in, remove, help, pause, give more time, tell and close (rule 36). No register. */
@Path("/lead")
@RunOnVirtualThread
class LeaderPages {

    static final String ADDRESS = "/lead";

    private final Leaders leaders;
    private final RoomForms forms;
    private final RoomScreens screens;
    private final LiveStreams streams;
    private final RoomCookies cookies;

    LeaderPages(Leaders leaders, RoomForms forms, RoomScreens screens, LiveStreams streams, RoomCookies cookies) {
        this.leaders = leaders;
        this.forms = forms;
        this.screens = screens;
        this.streams = streams;
        this.cookies = cookies;
    }

    @GET
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance show() {
        return OnePhoneBankPages.Templates.show(screens.ofLeader(leader(), RoomScreens.Told.NOTHING));
    }

    @GET
    @Path("/live")
    @OpenToAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(hidden = true)
    public void live(@Context Sse sse, @Context SseEventSink sink) {
        var leader = leader();
        var session = cookies.leader().orElseThrow(Unauthorized::new);
        var standing = new Standing(
                leader.scope().actor().toString(),
                () -> leaders.session(session).isPresent());
        streams.lead(leader.bankId(), ADDRESS, standing, new LiveStreams.Stream(sse, sink));
    }

    @POST
    @Path("/do/act/{act}")
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response act(@RestPath String act) {
        var wanted = Act.of(act).filter(Act::leaders).orElseThrow(NotFound::new);
        return forms.act(place(), wanted);
    }

    @POST
    @Path("/do/admit")
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response admit(@RestForm long waiting, @RestForm int number, @RestForm @DefaultValue("") String no) {
        return forms.admit(place(), waiting, number, no.isEmpty());
    }

    @POST
    @Path("/do/help/{callerId}")
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response help(@RestPath long callerId) {
        return forms.attend(place(), callerId);
    }

    @POST
    @Path("/do/message")
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response tell(@RestForm @DefaultValue("") String text) {
        return forms.tell(place(), text);
    }

    @GET
    @Path("/do/closing")
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance closing() {
        return forms.closing(place());
    }

    @GET
    @Path("/do/callers/{callerId}")
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance removal(@RestPath long callerId) {
        return forms.removal(place(), callerId);
    }

    /** Whom the caller has seen is not a leader's to know; the organizer reads it later. */
    @POST
    @Path("/do/callers/{callerId}")
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response remove(@RestPath long callerId) {
        return forms.removeUnseen(place(), callerId);
    }

    /** A page that answered a form, asked for again by a reload or by the other language. */
    @GET
    @Path("/do/{done: .+}")
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response again(@RestPath String done) {
        return RoomForms.back(place());
    }

    private RoomForms.Place place() {
        var leader = leader();
        Function<RoomScreens.Told, RoomScreen> screen = told -> screens.ofLeader(leader, told);
        return new RoomForms.Place(leader.scope(), leader.bankId(), ADDRESS, screen);
    }

    private Leaders.Leader leader() {
        return cookies.leader().flatMap(leaders::session).orElseThrow(Unauthorized::new);
    }
}
