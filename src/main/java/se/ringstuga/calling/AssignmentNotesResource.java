package se.ringstuga.calling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** What callers of an assignment have noted for each other, for whoever looks after it (rule 13). */
@Path("/api/organizations/{slug}/call-assignments/{id}/notes")
@RunOnVirtualThread
@Tag(name = "Calls")
class AssignmentNotesResource {

    private final CallNotes notes;
    private final AssignmentEditing assignments;
    private final Access access;

    AssignmentNotesResource(CallNotes notes, AssignmentEditing assignments, Access access) {
        this.notes = notes;
        this.assignments = assignments;
        this.access = access;
    }

    @GET
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(
            summary =
                    "Notes of the last twelve months, newest first; those written with a threat for administrators only")
    public Page<WrittenNote> list(long id, @BeanParam PageRequest page) {
        var scope = CallScope.of(access.organizationId(), access.actor());
        assignments.get(scope, id);
        return notes.list(scope, id, access.administrator(), page);
    }
}
