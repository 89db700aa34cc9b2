package se.ringstuga.automations;

import io.quarkus.qute.CheckedTemplate;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.automations.NewAutomation.People;

/** A flow while it is written: everything in it with what is wrong where it stands, and the button that makes it hold. */
@Path("/o/{slug}/automations/drafts/{draft}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class DraftPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance draft(DraftScreen draft);

        private Templates() {}
    }

    private final DraftWriting writing;
    private final DraftScreens screens;
    private final PageWords words;
    private final Access access;

    DraftPages(DraftWriting writing, DraftScreens screens, PageWords words, Access access) {
        this.writing = writing;
        this.screens = screens;
        this.words = words;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long draft) {
        return Templates.draft(screens.of(writing.get(draft), null));
    }

    @POST
    @Path("/publish")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response publish(
            @RestPath long draft, @RestForm @DefaultValue("") String people, @RestForm @DefaultValue("") String over) {
        var then = people.equals(People.MOVE.name()) ? People.MOVE : People.FINISH;
        return switch (writing.publish(draft, then, over)) {
            case DraftWriting.Outcome.Done(var automation) -> to("/" + automation);
            case DraftWriting.Outcome.Faulty(var faulty) ->
                refused(screens.of(faulty, words.editing().notReady()));
            case DraftWriting.Outcome.ForAnother(var theirs) ->
                refused(screens.of(theirs, words.editing().forAnother()));
            case DraftWriting.Outcome.Overtaken(var overtaken) ->
                refused(screens.of(overtaken, words.editing().overtaken()));
        };
    }

    @POST
    @Path("/discard")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response discard(@RestPath long draft) {
        var automation = writing.get(draft).automationId();
        writing.discard(draft);
        return to(automation == null ? "" : "/" + automation);
    }

    private Response to(String place) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/automations" + place))
                .build();
    }

    private static Response refused(DraftScreen screen) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.draft(screen))
                .build();
    }
}
