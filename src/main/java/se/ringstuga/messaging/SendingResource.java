package se.ringstuga.messaging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** What waits to be sent. */
@Path("/api/organizations/{slug}/sending")
@RunOnVirtualThread
@Tag(name = "Messages")
class SendingResource {

    private final SendingQueue queue;
    private final Access access;

    SendingResource(SendingQueue queue, Access access) {
        this.queue = queue;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "What waits to be sent, what stands in its way, and what is unknown or failed and why")
    public QueueView get() {
        return queue.view(access.organizationId());
    }
}
