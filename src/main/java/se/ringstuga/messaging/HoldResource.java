package se.ringstuga.messaging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Forbidden;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** A restored or copied database sends nothing until somebody has looked. */
@Path("/api/organizations/{slug}/hold")
@RunOnVirtualThread
@Tag(name = "Messages")
class HoldResource {

    private final HoldRelease releases;
    private final Access access;

    HoldResource(HoldRelease releases, Access access) {
        this.releases = releases;
        this.access = access;
    }

    /** @param withoutTexts release also when what people texted in the gap cannot be fetched; false when absent */
    record Release(@Nullable Boolean withoutTexts) {}

    @GET
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "Whether this database is on hold after a restore, why, and what it missed")
    public HoldView get() {
        return releases.view();
    }

    @POST
    @Path("/release")
    @Requires(Permission.ORGANIZATION_WRITE)
    @Operation(
            summary =
                    "Let a restored database send again; for an administrator at the top of the tree. What fell due is not sent")
    public HoldView.Released release(@Valid @Nullable Release how) {
        if (access.organizationId() != access.rootId()) {
            throw new Forbidden(Optional.empty());
        }
        return releases.release(access.actor(), how != null && Boolean.TRUE.equals(how.withoutTexts()));
    }
}
