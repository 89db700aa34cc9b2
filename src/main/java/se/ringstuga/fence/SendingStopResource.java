package se.ringstuga.fence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** The switch that stops everything an organization and those below it send. */
@Path("/api/organizations/{slug}/sending-stop")
@RunOnVirtualThread
@Tag(name = "Messages")
class SendingStopResource {

    private final SendingStops stops;
    private final Fence fence;
    private final Access access;

    SendingStopResource(SendingStops stops, Fence fence, Access access) {
        this.stops = stops;
        this.fence = fence;
        this.access = access;
    }

    /** @param why for those who wonder; may be absent */
    record NewStop(@Nullable @Size(max = 500) String why) {}

    /**
     * Whether anything is stopped.
     *
     * @param stops the organization's own first, then those of organizations above
     * @param switchedOff for the whole installation, by RINGSTUGA_SENDING
     */
    record StopsView(List<SendingStops.Stop> stops, boolean switchedOff) {}

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "What stops messages here, and who stopped them when and why")
    public StopsView get() {
        return new StopsView(stops.of(access.organizationId()), fence.isSwitchedOff());
    }

    @PUT
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(
            summary = "Stop all messages of the organization and those below it, until an administrator ends the stop")
    public StopsView stop(@Valid @Nullable NewStop wanted) {
        var why = wanted == null || wanted.why() == null ? "" : wanted.why().strip();
        stops.stop(access.organizationId(), why, access.actor().toString());
        return get();
    }

    @DELETE
    @Transactional
    @Requires(Permission.ORGANIZATION_WRITE)
    @Operation(summary = "End the organization's own stop; what fell due meanwhile and is still in time is sent")
    public StopsView end() {
        stops.end(access.organizationId(), access.actor().toString());
        return get();
    }
}
