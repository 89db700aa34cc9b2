package se.ringstuga.phonebanks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** What is done with an evening: opened, paused, closed, its ways in replaced, its callers told something. */
@Path("/api/organizations/{slug}/ringstugor/{id}")
@RunOnVirtualThread
@Tag(name = "Ringstugor")
class PhoneBankStateResource {

    private final Rooms rooms;
    private final Access access;

    PhoneBankStateResource(Rooms rooms, Access access) {
        this.rooms = rooms;
        this.access = access;
    }

    @PUT
    @Path("/opening")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Open a scheduled ringstuga before its time")
    public PhoneBankView open(long id) {
        return rooms.open(scope(), id);
    }

    @PUT
    @Path("/pause")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Give nobody new claims for now; calls under way go on")
    public PhoneBankView pause(long id) {
        return rooms.pause(scope(), id);
    }

    @DELETE
    @Path("/pause")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Go on after a pause")
    public PhoneBankView resume(long id) {
        return rooms.resume(scope(), id);
    }

    @PUT
    @Path("/closing")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Close it for good; calls already made can be reported for 60 minutes")
    public PhoneBankView close(long id) {
        return rooms.close(scope(), id);
    }

    @PUT
    @Path("/code")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Replace the room code; whoever is inside stays")
    public PhoneBankView replaceCode(long id) {
        return rooms.replaceCode(scope(), id);
    }

    @PUT
    @Path("/link")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Replace the join link; whoever is inside stays")
    public PhoneBankView replaceLink(long id) {
        return rooms.replaceLink(scope(), id);
    }

    @PUT
    @Path("/wall")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Give the wall a new link; walls on the old one go dark")
    public PhoneBankView replaceWall(long id) {
        return rooms.replaceWall(scope(), id);
    }

    @DELETE
    @Path("/wall")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Revoke the wall's link")
    public void revokeWall(long id) {
        rooms.revokeWall(scope(), id);
    }

    /** What all callers read. */
    record MessageToCallers(@NotBlank @Size(max = 500) String text) {}

    @PUT
    @Path("/message")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Tell all callers something on their pages")
    public void tell(long id, @Valid @NotNull MessageToCallers told) {
        rooms.message(scope(), id, told.text());
    }

    @DELETE
    @Path("/message")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Take the message to all callers away")
    public void untell(long id) {
        rooms.message(scope(), id, null);
    }

    private RoomScope scope() {
        return new RoomScope(access.organizationId(), access.actor());
    }
}
