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

/** One automation: its steps with what they came to and its switches. */
@Path("/o/{slug}/automations/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OneAutomationPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance one(AutomationScreen automation);

        private Templates() {}
    }

    private final AutomationEditing editing;
    private final AutomationScreens screens;
    private final Activation activation;
    private final DraftWriting drafts;
    private final Access access;

    OneAutomationPages(
            AutomationEditing editing,
            AutomationScreens screens,
            Activation activation,
            DraftWriting drafts,
            Access access) {
        this.editing = editing;
        this.screens = screens;
        this.activation = activation;
        this.drafts = drafts;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id) {
        return Templates.one(screens.of(editing.get(id)));
    }

    @POST
    @Path("/do/pause")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response pause(@RestPath long id) {
        if (editing.get(id).isRunning()) {
            activation.pause(id);
        }
        return back(id);
    }

    @POST
    @Path("/do/resumption")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response resume(@RestPath long id) {
        if (editing.get(id).is(Automation.State.PAUSED)) {
            activation.resume(id);
        }
        return back(id);
    }

    @POST
    @Path("/do/stop")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response stop(@RestPath long id) {
        activation.stop(id);
        return back(id);
    }

    /** Begins to change it, or goes on where somebody has begun; at one of its steps when that is named. */
    @POST
    @Path("/draft")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response change(@RestPath long id, @RestForm @DefaultValue("") String step) {
        var draft = drafts.begin(id);
        var known = draft.tree().keys().containsValue(step);
        return to("/drafts/" + draft.id() + (known ? "/steps/" + step : ""));
    }

    @POST
    @Path("/do/delete")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response delete(@RestPath long id) {
        editing.delete(id);
        return to("");
    }

    private Response back(long id) {
        return to("/" + id);
    }

    private Response to(String place) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/automations" + place))
                .build();
    }
}
