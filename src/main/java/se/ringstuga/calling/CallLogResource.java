package se.ringstuga.calling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** The log of an assignment's calls. */
@Path("/api/organizations/{slug}/call-assignments/{id}/calls")
@RunOnVirtualThread
@Tag(name = "Calls")
class CallLogResource {

    private final CallLogs logs;
    private final AssignmentEditing assignments;
    private final AccessLog accessLog;
    private final Access access;

    CallLogResource(CallLogs logs, AssignmentEditing assignments, AccessLog accessLog, Access access) {
        this.logs = logs;
        this.assignments = assignments;
        this.accessLog = accessLog;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Calls that were made, the latest first; by caller, outcome and day")
    public Page<LoggedCall> list(long id, @BeanParam CallLogQuery query, @BeanParam PageRequest page) {
        var scope = CallScope.of(access.organizationId(), access.actor());
        assignments.get(scope, id);
        var found = logs.page(scope, query.wanted(id, access.administrator()), access.zone(), page);
        accessLog.record(
                "call.log",
                "assignment:" + id,
                found.items().stream().map(LoggedCall::personId).toList());
        return found;
    }
}
