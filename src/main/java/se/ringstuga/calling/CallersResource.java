package se.ringstuga.calling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.NotFound;

/** The volunteers of one assignment. */
@Path("/api/organizations/{slug}/call-assignments/{id}/callers")
@RunOnVirtualThread
@Tag(name = "Calls")
class CallersResource {

    private final Callers callers;
    private final AssignmentEditing assignments;
    private final AccessLog accessLog;
    private final Idempotency idempotency;
    private final Access access;

    CallersResource(
            Callers callers,
            AssignmentEditing assignments,
            AccessLog accessLog,
            Idempotency idempotency,
            Access access) {
        this.callers = callers;
        this.assignments = assignments;
        this.accessLog = accessLog;
        this.idempotency = idempotency;
        this.access = access;
    }

    @POST
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Let a volunteer in; the link is shown this once")
    public RestResponse<CreatedCaller> create(long id, @Valid @NotNull NewCaller wanted) {
        return idempotency.once(wanted, () -> created(id, wanted), callerId -> again(id, callerId));
    }

    private Idempotency.Created<CreatedCaller> created(long assignmentId, NewCaller wanted) {
        var caller = callers.create(scope(), assignmentId, wanted);
        return Idempotency.Created.of(caller.id(), caller);
    }

    private CreatedCaller again(long assignmentId, long callerId) {
        return CreatedCaller.shownBefore(callerId, name(assignmentId, callerId));
    }

    @GET
    @Transactional
    @Requires(Permission.CALLS_READ)
    @Operation(summary = "The assignment's volunteers, with browsers that wait for a yes")
    public List<CallerView> list(long id) {
        assignments.get(scope(), id);
        return callers.list(scope(), id);
    }

    @DELETE
    @Path("/{callerId}")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Remove a volunteer at once; answers everyone they have seen")
    public List<SeenPerson> remove(long id, long callerId) {
        requireCaller(id, callerId);
        return logged(callers.remove(scope(), callerId, access.administrator()), callerId);
    }

    @GET
    @Path("/{callerId}/seen")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Everyone a volunteer has been shown")
    public List<SeenPerson> seen(long id, long callerId) {
        requireCaller(id, callerId);
        return logged(callers.seen(scope(), callerId, access.administrator()), callerId);
    }

    @PUT
    @Path("/{callerId}/link")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Replace a volunteer's join link")
    public CreatedCaller replaceLink(long id, long callerId) {
        return callers.replaceLink(scope(), callerId, name(id, callerId));
    }

    @DELETE
    @Path("/{callerId}/limit")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Lift the limit that a volunteer has reached")
    public void liftLimit(long id, long callerId) {
        requireCaller(id, callerId);
        callers.liftLimit(scope(), callerId);
    }

    /** The organizer's answer. */
    record Decision(@NotNull Boolean approved) {}

    @PUT
    @Path("/{callerId}/join-requests/{requestId}/decision")
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Let another browser take the volunteer over, or not")
    public void decide(long id, long callerId, long requestId, @Valid @NotNull Decision decision) {
        requireCaller(id, callerId);
        callers.decide(scope(), callerId, requestId, decision.approved());
    }

    private List<SeenPerson> logged(List<SeenPerson> seen, long callerId) {
        accessLog.record(
                "call.seen-list",
                "caller:" + callerId,
                seen.stream().map(SeenPerson::id).toList());
        return seen;
    }

    private void requireCaller(long assignmentId, long callerId) {
        if (callers.name(scope(), assignmentId, callerId).isEmpty()) {
            throw new NotFound();
        }
    }

    private String name(long assignmentId, long callerId) {
        return callers.name(scope(), assignmentId, callerId).orElseThrow(NotFound::new);
    }

    private CallScope scope() {
        return CallScope.of(access.organizationId(), access.actor());
    }
}
