package se.ringstuga.calling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** Pausing, going on and closing; closing is for good, so it is asked about first, with the numbers (rule 35). */
@Path("/o/{slug}/call-assignments/{id}/do")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AssignmentActionPages {

    @CheckedTemplate(basePath = "AssignmentActionPages")
    static class Templates {
        static native TemplateInstance closing(Closing page);

        private Templates() {}
    }

    /** @param follows what comes of it, in numbers */
    record Closing(AssignmentWords.Head head, List<String> follows) {}

    private final AssignmentEditing editing;
    private final StatisticsOfCalls statistics;
    private final AssignmentScreens screens;
    private final AssignmentWords words;

    AssignmentActionPages(
            AssignmentEditing editing, StatisticsOfCalls statistics, AssignmentScreens screens, AssignmentWords words) {
        this.editing = editing;
        this.statistics = statistics;
        this.screens = screens;
        this.words = words;
    }

    @POST
    @Path("/pause")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public Response pause(@RestPath long id) {
        editing.pause(screens.scope(), id);
        return back(id);
    }

    @POST
    @Path("/resumption")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public Response resume(@RestPath long id) {
        editing.resume(screens.scope(), id);
        return back(id);
    }

    @GET
    @Path("/closing")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance ask(@RestPath long id) {
        var figures = statistics.of(screens.scope(), id);
        var say = words.say();
        return Templates.closing(new Closing(
                screens.head(id),
                List.of(say.closeLeft(figures.people() - figures.done()), say.closeCalled(figures.beingCalled()))));
    }

    @POST
    @Path("/closing")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public Response close(@RestPath long id) {
        editing.close(screens.scope(), id);
        return back(id);
    }

    private Response back(long id) {
        return Response.seeOther(URI.create(words.base(id))).build();
    }
}
