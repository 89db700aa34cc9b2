package se.ringstuga.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Fails as only a mistake of ours could; and a method that forgot to say whom it is for. */
@Path("/api/organizations/{slug}")
@RunOnVirtualThread
class FailingResource {

    @GET
    @Path("/failure-of-a-test")
    @Requires(Permission.ORGANIZATION_READ)
    @Operation(hidden = true)
    public String fail() {
        throw new IllegalStateException("row 7 of the secret table");
    }

    @GET
    @Path("/forgotten-annotation-of-a-test")
    @Operation(hidden = true)
    public String forgotten() {
        return "nobody reads this";
    }
}
