package se.ringstuga.automations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Automations as definitions: written, changed, and their versions. */
@Path("/api/organizations/{slug}/automations")
@RunOnVirtualThread
@Tag(name = "Automations")
class AutomationsResource {

    private final AutomationEditing editing;
    private final AutomationViews views;
    private final FlowVersions versions;
    private final Flows flows;
    private final Idempotency idempotency;

    AutomationsResource(
            AutomationEditing editing,
            AutomationViews views,
            FlowVersions versions,
            Flows flows,
            Idempotency idempotency) {
        this.editing = editing;
        this.views = views;
        this.versions = versions;
        this.flows = flows;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(summary = "List the automations, the welcome of new members first")
    public Page<AutomationView.Summary> list(@BeanParam PageRequest page) {
        return views.page(page);
    }

    @POST
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Write an automation; it is switched off")
    public RestResponse<AutomationView> create(@NotNull NewAutomation wanted) {
        return idempotency.once(
                wanted,
                () -> {
                    var made = editing.create(wanted);
                    return Idempotency.Created.of(made.id(), views.of(made));
                },
                id -> views.of(editing.get(id)));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(summary = "An automation with the numbers of its steps")
    public RestResponse<AutomationView> get(@PathParam("id") long id) {
        return answer(editing.get(id));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(summary = "Write an automation anew; where somebody is or was in it this makes a new version")
    public RestResponse<AutomationView> change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull NewAutomation wanted) {
        return answer(editing.change(id, ifMatch, wanted, List.of()));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(summary = "Delete an automation that nobody was ever in")
    public void delete(@PathParam("id") long id) {
        editing.delete(id);
    }

    @GET
    @Path("/{id}/versions")
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(summary = "List the versions, newest first, with how many people are in each")
    public Page<FlowVersions.Version> versions(@PathParam("id") long id, @BeanParam PageRequest page) {
        return versions.page(editing.get(id).id(), page);
    }

    @GET
    @Path("/{id}/versions/{number}")
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(summary = "The definition of a version")
    public VersionView version(@PathParam("id") long id, @PathParam("number") int number) {
        return new VersionView(number, flows.of(editing.get(id).id(), number).json());
    }

    private RestResponse<AutomationView> answer(Automation automation) {
        return EntityVersion.answer(views.of(automation), automation.version());
    }
}
