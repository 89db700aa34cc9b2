package se.ringstuga.calling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.QrPicture;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.NotFound;

/** Who calls in an assignment: inviting them, each with a link of their own that is shown this once (rule 19). */
@Path("/o/{slug}/call-assignments/{id}/callers")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class CallTeamPages {

    private static final int LONGEST_NAME = 100;

    @CheckedTemplate(basePath = "CallTeamPages")
    static class Templates {
        static native TemplateInstance team(CallTeamScreens.Team page);

        static native TemplateInstance link(Link page);

        private Templates() {}
    }

    /** @param address null where it was shown before */
    record Link(
            AssignmentWords.Head head,
            long callerId,
            String name,
            @Nullable String address,
            String picture) {}

    /** What was typed. */
    record Invitation(String name) {}

    private final Callers callers;
    private final CallTeamScreens screens;
    private final AssignmentScreens assignments;
    private final Idempotency idempotency;

    CallTeamPages(Callers callers, CallTeamScreens screens, AssignmentScreens assignments, Idempotency idempotency) {
        this.callers = callers;
        this.screens = screens;
        this.assignments = assignments;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @Requires(Permission.CALLS_READ)
    @Operation(hidden = true)
    public TemplateInstance team(@RestPath long id) {
        return Templates.team(screens.team(id, "", null));
    }

    /** Pressed twice it makes one caller. */
    @POST
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response invite(
            @RestPath long id, @RestForm @DefaultValue("") String key, @RestForm @DefaultValue("") String name) {
        if (name.strip().length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.team(screens.team(id, name, screens.say().nameWrong())))
                    .build();
        }
        var made = idempotency.pressedOnce(
                key,
                new Invitation(name),
                () -> created(id, name),
                known -> CreatedCaller.shownBefore(known, name(id, known)));
        return Response.ok(Templates.link(link(id, made))).build();
    }

    private Idempotency.Created<CreatedCaller> created(long id, String name) {
        var made = callers.create(assignments.scope(), id, new NewCaller(name));
        return Idempotency.Created.of(made.id(), made);
    }

    /** The old link is dead; whoever is inside stays. */
    @POST
    @Path("/{caller}/link")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance replaceLink(@RestPath long id, @RestPath long caller) {
        return Templates.link(link(id, callers.replaceLink(assignments.scope(), caller, name(id, caller))));
    }

    private Link link(long id, CreatedCaller made) {
        var address = made.joinLink();
        return new Link(
                assignments.head(id), made.id(), made.name(), address, address == null ? "" : QrPicture.of(address));
    }

    private String name(long id, long caller) {
        return callers.name(assignments.scope(), id, caller).orElseThrow(NotFound::new);
    }
}
