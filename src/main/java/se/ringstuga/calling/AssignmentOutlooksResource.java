package se.ringstuga.calling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** Numbers before a decision: whom a new assignment would call, and what a change would do to one that is open (rule 38). */
@Path("/api/organizations/{slug}/call-assignments")
@RunOnVirtualThread
@Tag(name = "Calls")
class AssignmentOutlooksResource {

    private final AssignmentOutlooks outlooks;

    AssignmentOutlooksResource(AssignmentOutlooks outlooks) {
        this.outlooks = outlooks;
    }

    @POST
    @Path("/outlook")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Whom an assignment would call and whom not, and why; nothing is created")
    public QueueOutlook outlook(@Valid @NotNull NewCallAssignment wanted) {
        return outlooks.of(wanted);
    }

    @POST
    @Path("/{id}/effect")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "What a change would do, in people; nothing is changed")
    public ChangeEffect effect(long id, @Valid @NotNull AssignmentChanges changes) {
        return outlooks.effect(id, changes);
    }
}
