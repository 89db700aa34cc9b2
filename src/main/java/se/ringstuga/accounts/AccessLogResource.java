package se.ringstuga.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Who saw or changed whom. Looking it up is in the log too. */
@Path("/api/organizations/{slug}/access-log")
@RunOnVirtualThread
@Tag(name = "Access log")
class AccessLogResource {

    private final Access access;
    private final AccessLog log;
    private final AccessLogEntries entries;

    AccessLogResource(Access access, AccessLog log, AccessLogEntries entries) {
        this.access = access;
        this.log = log;
        this.entries = entries;
    }

    @GET
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(summary = "Who saw or changed people, newest first; of one person with personId")
    public Page<AccessLogEntry> list(@QueryParam("personId") @Nullable Long personId, @BeanParam PageRequest page) {
        if (!access.administrator()) {
            throw new Forbidden(Optional.empty());
        }
        var found = entries.list(AccessLogFilter.ofPerson(personId), page);
        log.record("access-log.read", personId == null ? null : "person:" + personId, List.of());
        return found;
    }
}
