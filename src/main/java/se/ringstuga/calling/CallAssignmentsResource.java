package se.ringstuga.calling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Assignments: whom to call, why, with what to say. */
@Path("/api/organizations/{slug}/call-assignments")
@RunOnVirtualThread
@Tag(name = "Calls")
class CallAssignmentsResource {

    private final Assignments assignments;
    private final AssignmentEditing editing;
    private final StatisticsOfCalls statistics;
    private final Idempotency idempotency;
    private final Access access;

    CallAssignmentsResource(
            Assignments assignments,
            AssignmentEditing editing,
            StatisticsOfCalls statistics,
            Idempotency idempotency,
            Access access) {
        this.assignments = assignments;
        this.editing = editing;
        this.statistics = statistics;
        this.idempotency = idempotency;
        this.access = access;
    }

    @GET
    @Requires(Permission.CALLS_READ)
    @Transactional
    @Operation(summary = "The organization's assignments, newest first")
    public Page<AssignmentSummary> list(@BeanParam PageRequest page) {
        return assignments.list(scope(), page);
    }

    @POST
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Create an assignment, open at once")
    public RestResponse<AssignmentView> create(@Valid @NotNull NewCallAssignment wanted) {
        return idempotency.once(wanted, () -> created(wanted), id -> editing.get(scope(), id));
    }

    private Idempotency.Created<AssignmentView> created(NewCallAssignment wanted) {
        var assignment = editing.create(scope(), wanted);
        return Idempotency.Created.of(assignment.id(), assignment);
    }

    @GET
    @Path("/{id}")
    @Requires(Permission.CALLS_READ)
    @Transactional
    @Operation(summary = "One assignment")
    public RestResponse<AssignmentView> get(long id) {
        return versioned(editing.get(scope(), id));
    }

    @PATCH
    @Path("/{id}")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Change an assignment; If-Match with its ETag refuses to overwrite another's change")
    public RestResponse<AssignmentView> change(
            long id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull AssignmentChanges changes) {
        return versioned(editing.change(scope(), id, changes, ifMatch));
    }

    @GET
    @Path("/{id}/statistics")
    @Requires(Permission.CALLS_READ)
    @Transactional
    @Operation(summary = "Where its people are and what its calls led to; the figures add up")
    public AssignmentStatistics statistics(long id) {
        return statistics.of(scope(), id);
    }

    @PUT
    @Path("/{id}/pause")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Give no new claims for now")
    public RestResponse<AssignmentView> pause(long id) {
        return versioned(editing.pause(scope(), id));
    }

    @DELETE
    @Path("/{id}/pause")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Go on after a pause")
    public RestResponse<AssignmentView> resume(long id) {
        return versioned(editing.resume(scope(), id));
    }

    @PUT
    @Path("/{id}/closing")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Close it for good; calls already made can still be reported")
    public RestResponse<AssignmentView> close(long id) {
        return versioned(editing.close(scope(), id));
    }

    private CallScope scope() {
        return CallScope.of(access.organizationId(), access.actor());
    }

    private static RestResponse<AssignmentView> versioned(AssignmentView assignment) {
        return EntityVersion.answer(assignment, assignment.version());
    }
}
