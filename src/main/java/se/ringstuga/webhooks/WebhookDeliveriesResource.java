package se.ringstuga.webhooks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** What other tools were told, and what they did not take. */
@Path("/api/organizations/{slug}/webhook-deliveries")
@RunOnVirtualThread
@Tag(name = "Webhooks")
class WebhookDeliveriesResource {

    private final WebhookDeliveries deliveries;
    private final WebhookEndpoints endpoints;
    private final WebhookEditing editing;
    private final Access access;

    WebhookDeliveriesResource(
            WebhookDeliveries deliveries, WebhookEndpoints endpoints, WebhookEditing editing, Access access) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.editing = editing;
        this.access = access;
    }

    /**
     * Which dead ones to begin anew with.
     *
     * @param since those that tell of what happened then or later
     */
    record NewReplay(@NotNull Long endpointId, @NotNull Instant since) {}

    /** @param more true when there were more than one request takes: ask again */
    record Replayed(int deliveries, boolean more) {}

    @GET
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(
            summary =
                    "What the organization's endpoints were told, the latest first; state=DEAD for what was put aside")
    public Page<WebhookDeliveryView> list(
            @QueryParam("state") WebhookDeliveryView.@Nullable State state, @BeanParam PageRequest page) {
        return deliveries.list(access.organizationId(), state, page);
    }

    @GET
    @Path("/{id}")
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(summary = "One delivery")
    public WebhookDeliveryView get(@PathParam("id") long id) {
        return deliveries.find(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    @POST
    @Path("/{id}/replay")
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(summary = "Tell it again, under the same webhook-id; what still waits goes on waiting")
    public WebhookDeliveryView replay(@PathParam("id") long id) {
        editing.replay(id);
        return get(id);
    }

    @POST
    @Path("/replay")
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(summary = "Tell an endpoint everything that was put aside since a time, the oldest first")
    public Replayed replay(@Valid @NotNull NewReplay wanted) {
        var endpoint = endpoints
                .find(access.organizationId(), wanted.endpointId())
                .orElseThrow(
                        () -> new InvalidInput("endpointId", "there is no endpoint " + wanted.endpointId() + " here"));
        var replayed = editing.replaySince(endpoint.id(), wanted.since());
        return new Replayed(replayed, replayed == WebhookEditing.MOST_AT_ONCE);
    }
}
