package se.ringstuga.messaging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Texts to many. */
@Path("/api/organizations/{slug}/broadcasts")
@RunOnVirtualThread
@Tag(name = "Messages")
class BroadcastsResource {

    private final Sending sending;
    private final Broadcasts broadcasts;
    private final BroadcastMessages messages;
    private final Idempotency idempotency;
    private final Access access;

    BroadcastsResource(
            Sending sending,
            Broadcasts broadcasts,
            BroadcastMessages messages,
            Idempotency idempotency,
            Access access) {
        this.sending = sending;
        this.broadcasts = broadcasts;
        this.messages = messages;
        this.idempotency = idempotency;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "The organization's broadcasts, newest first; with state= those that have come so far")
    public Page<BroadcastView> list(
            @QueryParam("state") BroadcastView.@Nullable State state, @BeanParam PageRequest page) {
        return broadcasts.list(access.organizationId(), state, page);
    }

    @POST
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(
            summary =
                    "Write a broadcast: 201, to be approved; with dryRun=true 200 and who would get it, nothing stored")
    public RestResponse<?> add(
            @Valid @NotNull NewBroadcast wanted, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        var content = sending.checked(wanted);
        if (dryRun) {
            return RestResponse.ok(sending.dryRun(content));
        }
        return idempotency.once(wanted, () -> created(sending.add(content)), sending::get);
    }

    private static Idempotency.Created<BroadcastView> created(BroadcastView broadcast) {
        return Idempotency.Created.of(broadcast.id(), broadcast);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "A broadcast with the account of its recipients")
    public RestResponse<BroadcastView> get(long id) {
        var broadcast = sending.get(id);
        return EntityVersion.answer(broadcast, broadcast.version());
    }

    @GET
    @Path("/{id}/messages")
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "The messages of a broadcast, by state and reason")
    public Page<BroadcastMessages.Line> messages(
            long id,
            @QueryParam("state") @Nullable MessageState state,
            @QueryParam("reason") @Nullable String reason,
            @BeanParam PageRequest page) {
        sending.get(id);
        return messages.page(id, state, reason, page);
    }

    @POST
    @Path("/{id}/approval")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(
            summary = "Freeze who gets it; sending begins two minutes later, or when it was planned",
            description = """
            Up to the association's limit of people within 24 hours its author may do this as well as anybody else. Above it neither its
            author nor whoever changed it last may. If-Match with its ETag approves the version that was read, and no other.""")
    public BroadcastView approve(long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return sending.approve(id, ifMatch);
    }

    @POST
    @Path("/{id}/pause")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(summary = "Hold what has not been sent")
    public BroadcastView pause(long id) {
        return sending.pause(id);
    }

    @POST
    @Path("/{id}/resumption")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(summary = "Go on sending")
    public BroadcastView resume(long id) {
        return sending.resume(id);
    }

    @POST
    @Path("/{id}/cancellation")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(summary = "Send no more of it, for good")
    public BroadcastView cancel(long id) {
        return sending.cancel(id);
    }
}
