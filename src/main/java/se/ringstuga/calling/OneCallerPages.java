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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.NotFound;

/** What an organizer does about one caller: lifts a limit, answers another browser, looks whom they have seen, removes them. */
@Path("/o/{slug}/call-assignments/{id}/caller/{caller}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OneCallerPages {

    @CheckedTemplate(basePath = "OneCallerPages")
    static class Templates {
        static native TemplateInstance seen(Seen page);

        private Templates() {}
    }

    /** @param removed whether the caller has just been removed */
    record Seen(AssignmentWords.Head head, String name, boolean removed, List<Line> people) {}

    record Line(long id, String name, String when, boolean numberShown) {}

    private final Callers callers;
    private final AssignmentScreens assignments;
    private final AssignmentWords words;
    private final Access access;
    private final AccessLog accessLog;

    OneCallerPages(
            Callers callers, AssignmentScreens assignments, AssignmentWords words, Access access, AccessLog accessLog) {
        this.callers = callers;
        this.assignments = assignments;
        this.words = words;
        this.access = access;
        this.accessLog = accessLog;
    }

    @GET
    @Path("/seen")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance seen(@RestPath long id, @RestPath long caller) {
        var name = name(id, caller);
        return shown(
                id, name, false, logged(caller, callers.seen(assignments.scope(), caller, access.administrator())));
    }

    /** Access ends at once; the answer names everyone the caller has seen (rule 7). */
    @POST
    @Path("/removal")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance remove(@RestPath long id, @RestPath long caller) {
        var name = name(id, caller);
        return shown(
                id, name, true, logged(caller, callers.remove(assignments.scope(), caller, access.administrator())));
    }

    @POST
    @Path("/limit")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public Response lift(@RestPath long id, @RestPath long caller) {
        name(id, caller);
        callers.liftLimit(assignments.scope(), caller);
        return back(id);
    }

    @POST
    @Path("/requests/{request}")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response decide(
            @RestPath long id,
            @RestPath long caller,
            @RestPath long request,
            @RestForm @DefaultValue("") String answer) {
        name(id, caller);
        callers.decide(assignments.scope(), caller, request, answer.equals("yes"));
        return back(id);
    }

    private TemplateInstance shown(long id, String name, boolean removed, List<SeenPerson> people) {
        var time = words.time();
        return Templates.seen(new Seen(
                assignments.head(id),
                name,
                removed,
                people.stream()
                        .map(one -> new Line(one.id(), one.name(), time.moment(one.lastSeenAt()), one.numberShown()))
                        .toList()));
    }

    private List<SeenPerson> logged(long caller, List<SeenPerson> seen) {
        accessLog.record(
                "call.seen-list",
                "caller:" + caller,
                seen.stream().map(SeenPerson::id).toList());
        return seen;
    }

    private String name(long id, long caller) {
        return callers.name(assignments.scope(), id, caller).orElseThrow(NotFound::new);
    }

    private Response back(long id) {
        return Response.seeOther(URI.create(words.base(id) + "/callers")).build();
    }
}
