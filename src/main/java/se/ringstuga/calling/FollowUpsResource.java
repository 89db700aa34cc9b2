package se.ringstuga.calling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** What calls left for the organizer to decide. */
@Path("/api/organizations/{slug}/call-assignments/{id}/follow-ups")
@RunOnVirtualThread
@Tag(name = "Calls")
class FollowUpsResource {

    private final FollowUps followUps;
    private final AssignmentEditing assignments;
    private final AccessLog accessLog;
    private final Access access;

    FollowUpsResource(FollowUps followUps, AssignmentEditing assignments, AccessLog accessLog, Access access) {
        this.followUps = followUps;
        this.assignments = assignments;
        this.accessLog = accessLog;
        this.access = access;
    }

    @GET
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Unreported calls, messages and conflicts that nobody has handled, the 200 oldest")
    public List<FollowUpItem> list(long id) {
        assignments.get(scope(), id);
        var items = followUps.list(scope(), id, access.administrator());
        accessLog.record(
                "call.follow-ups",
                "assignment:" + id,
                items.stream()
                        .map(FollowUpItem::personId)
                        .filter(Objects::nonNull)
                        .toList());
        return items;
    }

    @PUT
    @Path("/{kind}/{itemId}/handling")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Mark one as handled; mistaken=true lifts the stop that a mistaken fact caused")
    public void handle(long id, FollowUpItem.Kind kind, long itemId, @QueryParam("mistaken") boolean mistaken) {
        assignments.get(scope(), id);
        followUps.handle(scope(), id, new FollowUps.Handling(kind, itemId, mistaken, access.administrator()));
    }

    @PUT
    @Path("/{kind}/{itemId}/taking")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Say that you see to it; whoever was first keeps it")
    public void take(long id, FollowUpItem.Kind kind, long itemId) {
        assignments.get(scope(), id);
        followUps.take(scope(), id, new FollowUps.Seen(kind, itemId, access.administrator()));
    }

    @DELETE
    @Path("/{kind}/{itemId}/taking")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Let it go; it is anyone's again")
    public void letGo(long id, FollowUpItem.Kind kind, long itemId) {
        assignments.get(scope(), id);
        followUps.letGo(scope(), id, new FollowUps.Seen(kind, itemId, access.administrator()));
    }

    private CallScope scope() {
        return CallScope.of(access.organizationId(), access.actor());
    }
}
