package se.ringstuga.webhooks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;

/** Where other tools are told what happens. */
@Path("/api/organizations/{slug}/webhook-endpoints")
@RunOnVirtualThread
@Tag(name = "Webhooks")
class WebhookEndpointsResource {

    private final WebhookEditing editing;
    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Idempotency idempotency;
    private final Access access;

    WebhookEndpointsResource(
            WebhookEditing editing,
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            Idempotency idempotency,
            Access access) {
        this.editing = editing;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.idempotency = idempotency;
        this.access = access;
    }

    @GET
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(summary = "The organization's endpoints, without their secrets")
    public Page<WebhookEndpointView> list() {
        return new Page<>(endpoints.list(access.organizationId()), null);
    }

    @POST
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Add an endpoint; the answer is the only one that shows its secret")
    public RestResponse<WebhookEndpointView> add(@Valid @NotNull NewWebhookEndpoint wanted) {
        return idempotency.once(
                wanted,
                () -> {
                    var made = editing.add(wanted);
                    return Idempotency.Created.of(made.id(), made);
                },
                id -> one(id).shownBefore());
    }

    @GET
    @Path("/{id}")
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(summary = "An endpoint")
    public RestResponse<WebhookEndpointView> get(@PathParam("id") long id) {
        var endpoint = one(id);
        return EntityVersion.answer(endpoint, endpoint.version());
    }

    @PATCH
    @Path("/{id}")
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(
            summary = "Change an endpoint, or switch it off and on; If-Match with its ETag overwrites nobody's change")
    public RestResponse<WebhookEndpointView> change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull WebhookEndpointChanges changes) {
        editing.change(id, ifMatch, changes);
        return get(id);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(summary = "Remove an endpoint, with what still waits for it")
    public void remove(@PathParam("id") long id) {
        editing.remove(id);
    }

    @POST
    @Path("/{id}/secrets")
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Replace its secret: the answer alone shows the new one, and both sign for a day")
    public RestResponse<WebhookEndpointView> replaceSecret(@PathParam("id") long id) {
        return idempotency.once(
                null,
                () -> Idempotency.Created.of(id, editing.replaceSecret(id)),
                again -> one(again).shownBefore());
    }

    @POST
    @Path("/{id}/pings")
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Send it a ping, whatever types it has chosen; the delivery tells what became of it")
    public RestResponse<WebhookDeliveryView> ping(@PathParam("id") long id) {
        return idempotency.once(
                null,
                () -> {
                    var delivery = editing.ping(id);
                    return Idempotency.Created.of(delivery, delivery(delivery));
                },
                this::delivery);
    }

    private WebhookDeliveryView delivery(long id) {
        return deliveries.find(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    private WebhookEndpointView one(long id) {
        return endpoints.find(access.organizationId(), id).orElseThrow(NotFound::new);
    }
}
