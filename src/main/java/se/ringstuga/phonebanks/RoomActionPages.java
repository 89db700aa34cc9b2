package se.ringstuga.phonebanks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.calling.AssignmentChanges;
import se.ringstuga.calling.AssignmentEditing;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;

/** What the organizer does with an evening. What cannot be taken back is asked about first, on a page of its own. */
@Path("/o/{slug}/ringstugor/{id}/do")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RoomActionPages {

    private static final int LONGEST_NAME = 100;

    private final RoomForms forms;
    private final RoomScreens screens;
    private final Rooms rooms;
    private final Leaders leaders;
    private final AssignmentEditing assignments;
    private final ObjectMapper json;
    private final Access access;

    RoomActionPages(
            RoomForms forms,
            RoomScreens screens,
            Rooms rooms,
            Leaders leaders,
            AssignmentEditing assignments,
            ObjectMapper json,
            Access access) {
        this.forms = forms;
        this.screens = screens;
        this.rooms = rooms;
        this.leaders = leaders;
        this.assignments = assignments;
        this.json = json;
        this.access = access;
    }

    @POST
    @Path("/act/{act}")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response act(@RestPath long id, @RestPath String act) {
        return forms.act(place(id), Act.of(act).orElseThrow(NotFound::new));
    }

    @POST
    @Path("/admit")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response admit(
            @RestPath long id, @RestForm long waiting, @RestForm int number, @RestForm @DefaultValue("") String no) {
        return forms.admit(place(id), waiting, number, no.isEmpty());
    }

    @POST
    @Path("/help/{callerId}")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response help(@RestPath long id, @RestPath long callerId) {
        return forms.attend(place(id), callerId);
    }

    @POST
    @Path("/message")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response tell(@RestPath long id, @RestForm @DefaultValue("") String text) {
        return forms.tell(place(id), text);
    }

    @GET
    @Path("/closing")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance closing(@RestPath long id) {
        return forms.closing(place(id));
    }

    @GET
    @Path("/callers/{callerId}")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance removal(@RestPath long id, @RestPath long callerId) {
        return forms.removal(place(id), callerId);
    }

    @POST
    @Path("/callers/{callerId}")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance remove(@RestPath long id, @RestPath long callerId) {
        return forms.remove(place(id), callerId, access.administrator());
    }

    /** The link stands on the page that answers, and nowhere afterwards. */
    @POST
    @Path("/leaders")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response addLeader(@RestPath long id, @RestForm @DefaultValue("") String name) {
        var place = place(id);
        var clean = name.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME || ControlCharacters.in(clean)) {
            return RoomForms.refused(place, forms.say().nameWrong());
        }
        var leader = leaders.create(place.scope(), id, new NewLeader(clean));
        return RoomForms.shown(place, new RoomScreens.Told(null, leader), Response.Status.OK);
    }

    @POST
    @Path("/leaders/{leaderId}/link")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response newLink(@RestPath long id, @RestPath long leaderId) {
        var place = place(id);
        var leader = leaders.replaceLink(place.scope(), id, leaderId);
        return RoomForms.shown(place, new RoomScreens.Told(null, leader), Response.Status.OK);
    }

    @POST
    @Path("/leaders/{leaderId}/removal")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response removeLeader(@RestPath long id, @RestPath long leaderId) {
        var place = place(id);
        leaders.remove(place.scope(), id, leaderId);
        return RoomForms.back(place);
    }

    /** The hours of the list, for this evening and later ones. */
    @POST
    @Path("/hours")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response hours(
            @RestPath long id, @RestForm @DefaultValue("") String from, @RestForm @DefaultValue("") String to) {
        var place = place(id);
        var hours = Map.of("callingHours", Map.of("from", from, "to", to));
        var changes = json.convertValue(hours, AssignmentChanges.class);
        try {
            var assignment = rooms.find(place.scope(), id).assignmentId();
            QuarkusTransaction.requiringNew()
                    .run(() -> assignments.change(place.scope().calls(), assignment, changes, null));
            return RoomForms.back(place);
        } catch (InvalidInput wrong) {
            return RoomForms.refused(place, forms.say().hoursWrong());
        }
    }

    /** A page that answered a form, asked for again by a reload or by the other language. */
    @GET
    @Path("/{done: .+}")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response again(@RestPath long id, @RestPath String done) {
        return RoomForms.back(place(id));
    }

    private RoomForms.Place place(long id) {
        var scope = new RoomScope(access.organizationId(), access.actor());
        var base = "/o/" + access.slug() + "/ringstugor/" + id;
        return new RoomForms.Place(scope, id, base, told -> screens.ofStaff(scope, id, told));
    }
}
