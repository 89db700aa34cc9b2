package se.ringstuga.automations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.automations.StepEditing.Outcome;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;

/** The steps of a flow that is being written: changed, moved and removed. */
@Path("/o/{slug}/automations/drafts/{draft}/steps/{key}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class DraftStepPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance step(StepScreen step);

        private Templates() {}
    }

    private final StepEditing steps;
    private final DraftWriting writing;
    private final Access access;

    DraftStepPages(StepEditing steps, DraftWriting writing, Access access) {
        this.steps = steps;
        this.writing = writing;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance edit(@RestPath long draft, @RestPath String key) {
        return Templates.step(steps.shown(draft, key));
    }

    @POST
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response save(@RestPath long draft, @RestPath String key, MultivaluedMap<String, String> sent) {
        return answer(draft, steps.save(draft, key, PageForm.of(sent)), access.slug());
    }

    /** One place up or down, or away. */
    @POST
    @Path("/do/{what}")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response act(@RestPath long draft, @RestPath String key, @RestPath String what) {
        writing.change(draft, tree -> {
            switch (what) {
                case "up" -> tree.up(key);
                case "down" -> tree.down(key);
                case "remove" -> tree.remove(key);
                default -> throw new NotFound();
            }
        });
        return back(draft, what.equals("remove") ? "" : key, access.slug());
    }

    static Response answer(long draft, Outcome outcome, String slug) {
        return switch (outcome) {
            case Outcome.Saved(var key) -> back(draft, key, slug);
            case Outcome.Refused(var shown) ->
                Response.status(Response.Status.BAD_REQUEST)
                        .type(MediaType.TEXT_HTML_TYPE)
                        .entity(Templates.step(shown))
                        .build();
        };
    }

    /** To the draft, at the step. */
    private static Response back(long draft, String key, String slug) {
        var anchor = key.isEmpty() ? "" : "#" + key;
        return Response.seeOther(URI.create("/o/" + slug + "/automations/drafts/" + draft + anchor))
                .build();
    }
}
