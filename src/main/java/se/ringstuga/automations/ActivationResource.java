package se.ringstuga.automations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** The switches of an automation. */
@Path("/api/organizations/{slug}/automations/{id}")
@RunOnVirtualThread
@Tag(name = "Automations")
class ActivationResource {

    private final Activation activation;
    private final AutomationEditing editing;
    private final TakingIn takingIn;
    private final AutomationViews views;

    ActivationResource(Activation activation, AutomationEditing editing, TakingIn takingIn, AutomationViews views) {
        this.activation = activation;
        this.editing = editing;
        this.takingIn = takingIn;
        this.views = views;
    }

    @GET
    @Path("/activation")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(summary = "Whom switching on would hit now, and what it would make; nothing is changed")
    public ActivationPreview preview(@PathParam("id") long id) {
        var automation = editing.get(id);
        return ActivationPreview.of(activation.preview(automation), automation.asked(), takingIn.limit());
    }

    @POST
    @Path("/activation")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(summary = "Switch an automation on, saying what becomes of those who fit already")
    public AutomationView activate(@PathParam("id") long id, @NotNull ActivationChoice choice) {
        return views.of(activation.activate(id, choice));
    }

    @POST
    @Path("/activation/request")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(summary = "Ask another organizer to switch it on: for more people than one may decide about alone")
    public AutomationView ask(@PathParam("id") long id) {
        return views.of(activation.ask(id));
    }

    @DELETE
    @Path("/activation")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(summary = "The kill switch: everybody leaves at once, and what waits to be sent is not sent")
    public AutomationView stop(@PathParam("id") long id) {
        return views.of(activation.stop(id));
    }

    @POST
    @Path("/pause")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(summary = "Let time stand still in an automation")
    public AutomationView pause(@PathParam("id") long id) {
        return views.of(activation.pause(id));
    }

    @POST
    @Path("/resumption")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(summary = "Let a paused automation go on; what was ahead of people is as far ahead as before")
    public AutomationView resume(@PathParam("id") long id) {
        return views.of(activation.resume(id));
    }
}
