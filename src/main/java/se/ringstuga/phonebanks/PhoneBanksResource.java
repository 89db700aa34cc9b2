package se.ringstuga.phonebanks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import se.ringstuga.http.PageRequest;

/** Evenings of calls: opened now or by themselves later, in one assignment each. */
@Path("/api/organizations/{slug}/ringstugor")
@RunOnVirtualThread
@Tag(name = "Ringstugor")
class PhoneBanksResource {

    private final Rooms rooms;
    private final Snapshots snapshots;
    private final Idempotency idempotency;
    private final Access access;

    PhoneBanksResource(Rooms rooms, Snapshots snapshots, Idempotency idempotency, Access access) {
        this.rooms = rooms;
        this.snapshots = snapshots;
        this.idempotency = idempotency;
        this.access = access;
    }

    @GET
    @Requires(Permission.CALLS_READ)
    @Transactional
    @Operation(summary = "The organization's ringstugor, newest first")
    public Page<PhoneBankView> list(@BeanParam PageRequest page) {
        return rooms.list(scope(), page);
    }

    @POST
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Open a ringstuga for an assignment, or schedule one that opens by itself")
    public RestResponse<PhoneBankView> create(@Valid @NotNull NewPhoneBank wanted) {
        return idempotency.once(wanted, () -> created(wanted), id -> rooms.get(scope(), id));
    }

    private Idempotency.Created<PhoneBankView> created(NewPhoneBank wanted) {
        var bank = rooms.create(scope(), wanted);
        return Idempotency.Created.of(bank.id(), bank);
    }

    @GET
    @Path("/{id}")
    @Requires(Permission.CALLS_READ)
    @Transactional
    @Operation(summary = "One ringstuga with its ways in")
    public RestResponse<PhoneBankView> get(long id) {
        return versioned(rooms.get(scope(), id));
    }

    @PATCH
    @Path("/{id}")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Change its title, goal or closing time; If-Match refuses to overwrite another's change")
    public RestResponse<PhoneBankView> change(
            long id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull PhoneBankChanges changes) {
        return versioned(rooms.change(scope(), id, changes, ifMatch));
    }

    @GET
    @Path("/{id}/live")
    @Requires(Permission.CALLS_READ)
    @Transactional
    @Operation(summary = "How the evening goes right now: figures, queue, callers, and who waits to be let in")
    public RoomSnapshot live(long id) {
        var evening = snapshots.of(rooms.find(scope(), id).id()).orElseThrow(NotFound::new);
        return evening.now();
    }

    private RoomScope scope() {
        return new RoomScope(access.organizationId(), access.actor());
    }

    private static RestResponse<PhoneBankView> versioned(PhoneBankView bank) {
        return EntityVersion.answer(bank, bank.version());
    }
}
