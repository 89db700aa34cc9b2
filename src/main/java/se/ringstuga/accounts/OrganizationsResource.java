package se.ringstuga.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import se.ringstuga.http.Idempotency;
import se.ringstuga.organizations.NewOrganization;
import se.ringstuga.organizations.OrganizationChanges;
import se.ringstuga.organizations.OrganizationView;
import se.ringstuga.organizations.Organizations;

/** An organization and those below it. It stands here and not beside the tree because only access knows who asks. */
@Path("/api/organizations/{slug}")
@RunOnVirtualThread
@Tag(name = "Organizations")
class OrganizationsResource {

    private final Organizations organizations;
    private final Access access;
    private final Idempotency idempotency;

    OrganizationsResource(Organizations organizations, Access access, Idempotency idempotency) {
        this.organizations = organizations;
        this.access = access;
        this.idempotency = idempotency;
    }

    @GET
    @Requires(Permission.ORGANIZATION_READ)
    @Operation(summary = "The organization of the path")
    public OrganizationView get() {
        return organizations.view(access.organizationId());
    }

    @PATCH
    @Transactional
    @Requires(Permission.ORGANIZATION_WRITE)
    @Operation(summary = "Change its name, time zone, calling hours and settings")
    public OrganizationView change(@Valid @NotNull OrganizationChanges changes) {
        return organizations.change(access.organizationId(), changes);
    }

    @GET
    @Path("/organizations")
    @Requires(Permission.ORGANIZATION_READ)
    @Operation(summary = "The organizations below it")
    public List<OrganizationView> below() {
        return organizations.viewsBelow(access.organizationId());
    }

    @POST
    @Path("/organizations")
    @Transactional
    @Requires(Permission.ORGANIZATION_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Add an organization below it")
    public RestResponse<OrganizationView> add(@Valid @NotNull NewOrganization wanted) {
        return idempotency.once(wanted, () -> created(wanted), organizations::view);
    }

    private Idempotency.Created<OrganizationView> created(NewOrganization wanted) {
        var organization = organizations.createBelow(wanted, access.organizationId());
        return Idempotency.Created.of(organization.id(), organization);
    }
}
