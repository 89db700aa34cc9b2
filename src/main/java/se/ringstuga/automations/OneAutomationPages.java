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
import se.ringstuga.http.PageForm;

/** One automation: its steps with what they came to, its switches, and the words and waits of a step. */
@Path("/o/{slug}/automations/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OneAutomationPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance one(AutomationScreen automation);

        static native TemplateInstance step(StepScreen step);

        private Templates() {}
    }

    private final AutomationEditing editing;
    private final AutomationScreens screens;
    private final Activation activation;
    private final StepEditing steps;
    private final Access access;

    OneAutomationPages(
            AutomationEditing editing,
            AutomationScreens screens,
            Activation activation,
            StepEditing steps,
            Access access) {
        this.editing = editing;
        this.screens = screens;
        this.activation = activation;
        this.steps = steps;
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

    @GET
    @Path("/steps/{key}")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance edit(@RestPath long id, @RestPath String key) {
        return Templates.step(steps.shown(editing.get(id), key));
    }

    @POST
    @Path("/steps/{key}")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response save(@RestPath long id, @RestPath String key, MultivaluedMap<String, String> sent) {
        return steps.save(id, key, PageForm.of(sent))
                .map(refused -> Response.status(Response.Status.BAD_REQUEST)
                        .type(MediaType.TEXT_HTML_TYPE)
                        .entity(Templates.step(refused))
                        .build())
                .orElseGet(() -> back(id));
    }

    private Response back(long id) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/automations/" + id))
                .build();
    }
}
