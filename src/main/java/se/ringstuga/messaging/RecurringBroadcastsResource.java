package se.ringstuga.messaging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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

/** Texts to many that go out every month. */
@Path("/api/organizations/{slug}/recurring-broadcasts")
@RunOnVirtualThread
@Tag(name = "Messages")
class RecurringBroadcastsResource {

    private final RecurringEditing editing;
    private final Idempotency idempotency;

    RecurringBroadcastsResource(RecurringEditing editing, Idempotency idempotency) {
        this.editing = editing;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "The organization's monthly texts, newest first, each with when it goes out next")
    public Page<RecurringBroadcastView> list(@BeanParam PageRequest page) {
        return editing.list(page);
    }

    @POST
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Write a text that goes out every month")
    public RestResponse<RecurringBroadcastView> add(@Valid @NotNull NewRecurringBroadcast wanted) {
        return idempotency.once(wanted, () -> created(editing.add(wanted)), editing::get);
    }

    private static Idempotency.Created<RecurringBroadcastView> created(RecurringBroadcastView recurring) {
        return Idempotency.Created.of(recurring.id(), recurring);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "A monthly text, when it goes out next and what came of the last months")
    public RestResponse<RecurringBroadcastView> get(long id) {
        return versioned(editing.get(id));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(
            summary =
                    "Write it anew; what is made already stays. If-Match with its ETag refuses to overwrite another's change")
    public RestResponse<RecurringBroadcastView> change(
            long id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull NewRecurringBroadcast wanted) {
        return versioned(editing.change(id, wanted, ifMatch));
    }

    @POST
    @Path("/{id}/pause")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(summary = "Make no more of them for now")
    public RestResponse<RecurringBroadcastView> pause(long id) {
        return versioned(editing.pause(id));
    }

    @POST
    @Path("/{id}/resumption")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(summary = "Go on after a pause; what fell into it is not made up for")
    public RestResponse<RecurringBroadcastView> resume(long id) {
        return versioned(editing.resume(id));
    }

    @POST
    @Path("/{id}/ending")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(summary = "Make no more of them, for good")
    public RestResponse<RecurringBroadcastView> end(long id) {
        return versioned(editing.end(id));
    }

    private static RestResponse<RecurringBroadcastView> versioned(RecurringBroadcastView recurring) {
        return EntityVersion.answer(recurring, recurring.version());
    }
}
