package se.ringstuga.messaging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;

/** Broadcasts before anything of them is sent. */
@Path("/api/organizations/{slug}/broadcasts/{id}")
@RunOnVirtualThread
@Tag(name = "Messages")
class DraftsResource {

    private final DraftEditing editing;

    DraftsResource(DraftEditing editing) {
        this.editing = editing;
    }

    @PATCH
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(summary = "Change a draft; If-Match with its ETag refuses to overwrite another's change")
    public RestResponse<BroadcastView> change(
            long id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull BroadcastChanges changes) {
        var draft = editing.change(id, changes, ifMatch);
        return EntityVersion.answer(draft, draft.version());
    }

    @DELETE
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(summary = "Delete a draft")
    public void remove(long id) {
        editing.remove(id);
    }

    @DELETE
    @Path("/approval")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(summary = "Make it a draft again, as long as nothing of it has been sent")
    public RestResponse<BroadcastView> takeBack(long id) {
        var draft = editing.takeBack(id);
        return EntityVersion.answer(draft, draft.version());
    }
}
