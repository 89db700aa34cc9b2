package se.ringstuga.phonebanks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.calling.SeenPerson;

/** The people of an evening: who waits, who calls, who leads. */
@Path("/api/organizations/{slug}/ringstugor/{id}")
@RunOnVirtualThread
@Tag(name = "Ringstugor")
class RoomPeopleResource {

    private final WaitingRoom waiting;
    private final RoomCallers callers;
    private final Leaders leaders;
    private final Access access;

    RoomPeopleResource(WaitingRoom waiting, RoomCallers callers, Leaders leaders, Access access) {
        this.waiting = waiting;
        this.callers = callers;
        this.leaders = leaders;
        this.access = access;
    }

    @GET
    @Path("/waiting")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Those who ask to come in, at most 20")
    public List<WaitingView> waiting(long id) {
        return waiting.list(scope(), id);
    }

    /**
     * The answer to one who waits.
     *
     * @param number the two digits on their screen
     */
    record PickedNumber(
            @NotNull @Min(10) @Max(99) Integer number,
            @NotNull Boolean approved) {}

    @PUT
    @Path("/waiting/{waitingId}/decision")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Let in whoever shows this number, or not")
    public void decide(long id, long waitingId, @Valid @NotNull PickedNumber picked) {
        waiting.decide(scope(), id, waitingId, picked.number(), picked.approved());
    }

    @DELETE
    @Path("/callers/{callerId}")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Remove a caller at once; answers everyone they have seen")
    public List<SeenPerson> remove(long id, long callerId) {
        return callers.remove(scope(), id, callerId, access.administrator());
    }

    @DELETE
    @Path("/callers/{callerId}/help")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Somebody helps the caller who asked for it")
    public void attend(long id, long callerId) {
        callers.attend(scope(), id, callerId);
    }

    @GET
    @Path("/leaders")
    @Requires(Permission.CALLS_READ)
    @Operation(summary = "Those who lead the evening without access to the register")
    public List<LeaderView> leaders(long id) {
        return leaders.list(scope(), id);
    }

    @POST
    @Path("/leaders")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Name somebody to lead the evening; the link is shown this once")
    public RestResponse<LeaderView> addLeader(long id, @Valid @NotNull NewLeader wanted) {
        return RestResponse.status(RestResponse.Status.CREATED, leaders.create(scope(), id, wanted));
    }

    @PUT
    @Path("/leaders/{leaderId}/link")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Replace a leader's link; the browser that is in is out")
    public LeaderView replaceLeaderLink(long id, long leaderId) {
        return leaders.replaceLink(scope(), id, leaderId);
    }

    @DELETE
    @Path("/leaders/{leaderId}")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "End a leader's rights at once")
    public void removeLeader(long id, long leaderId) {
        leaders.remove(scope(), id, leaderId);
    }

    private RoomScope scope() {
        return new RoomScope(access.organizationId(), access.actor());
    }
}
