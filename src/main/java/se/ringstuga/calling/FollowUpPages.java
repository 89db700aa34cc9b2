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
import java.net.URI;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.NotFound;

/** People who need the organizer: what was written, who sees to it, and letting them back into the queue. */
@Path("/o/{slug}/call-assignments/{id}/follow-ups")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class FollowUpPages {

    @CheckedTemplate(basePath = "FollowUpPages")
    static class Templates {
        static native TemplateInstance list(FollowUpScreens.Screen page);

        private Templates() {}
    }

    private final FollowUps followUps;
    private final FollowUpScreens screens;
    private final AssignmentScreens assignments;
    private final AssignmentWords words;
    private final AssignmentEditing editing;
    private final Access access;

    FollowUpPages(
            FollowUps followUps,
            FollowUpScreens screens,
            AssignmentScreens assignments,
            AssignmentWords words,
            AssignmentEditing editing,
            Access access) {
        this.followUps = followUps;
        this.screens = screens;
        this.assignments = assignments;
        this.words = words;
        this.editing = editing;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance list(@RestPath long id) {
        return Templates.list(screens.of(id));
    }

    @POST
    @Path("/{kind}/{item}/taking")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public Response take(@RestPath long id, @RestPath String kind, @RestPath long item) {
        followUps.take(scope(id), id, seen(kind, item));
        return back(id);
    }

    @POST
    @Path("/{kind}/{item}/letting-go")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public Response letGo(@RestPath long id, @RestPath String kind, @RestPath long item) {
        followUps.letGo(scope(id), id, seen(kind, item));
        return back(id);
    }

    /** Whoever waited for it is in the queue again; a fact that was none lifts its stop. */
    @POST
    @Path("/{kind}/{item}/handling")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response handle(
            @RestPath long id,
            @RestPath String kind,
            @RestPath long item,
            @RestForm @DefaultValue("false") boolean mistaken) {
        followUps.handle(scope(id), id, new FollowUps.Handling(kind(kind), item, mistaken, access.administrator()));
        return back(id);
    }

    /** @throws NotFound for an assignment of somebody else */
    private CallScope scope(long id) {
        var scope = assignments.scope();
        editing.get(scope, id);
        return scope;
    }

    private FollowUps.Seen seen(String kind, long item) {
        return new FollowUps.Seen(kind(kind), item, access.administrator());
    }

    private static FollowUpItem.Kind kind(String written) {
        return Stream.of(FollowUpItem.Kind.values())
                .filter(kind -> kind.name().equals(written))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Response back(long id) {
        return Response.seeOther(URI.create(words.base(id) + "/follow-ups")).build();
    }
}
