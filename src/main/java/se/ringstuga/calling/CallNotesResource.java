package se.ringstuga.calling;

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

/** Notes that callers left for each other. */
@Path("/api/organizations/{slug}/call-notes/{id}")
@RunOnVirtualThread
@Tag(name = "Calls")
class CallNotesResource {

    private final CallNotes notes;
    private final Access access;

    CallNotesResource(CallNotes notes, Access access) {
        this.notes = notes;
        this.access = access;
    }

    /** The note as it should read. */
    record NoteText(@NotBlank @Size(max = 5000) String text) {}

    @PUT
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Reword a note")
    public void edit(long id, @Valid @NotNull NoteText wanted) {
        notes.edit(scope(), edited(id), wanted.text());
    }

    @DELETE
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(summary = "Remove a note; callers no longer see it")
    public void remove(long id) {
        notes.remove(scope(), edited(id));
    }

    private CallNotes.Edited edited(long id) {
        return new CallNotes.Edited(id, access.administrator());
    }

    private CallScope scope() {
        return CallScope.of(access.organizationId(), access.actor());
    }
}
