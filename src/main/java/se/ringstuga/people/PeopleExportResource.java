package se.ringstuga.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

@Path("/api/organizations/{slug}/people/exports")
@Tag(name = "People")
@RunOnVirtualThread
class PeopleExportResource {

    private final PeopleExport export;
    private final Access access;

    PeopleExportResource(PeopleExport export, Access access) {
        this.export = export;
        this.access = access;
    }

    /**
     * Why the register leaves the product.
     *
     * @param reason told to the administrators, 5 to 500 characters
     */
    record Wanted(@Nullable String reason) {}

    @POST
    @Produces("text/csv")
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(
            summary = "Everybody who is seen from here as a CSV file, for administrators; told to all administrators",
            description = "Streamed and stored nowhere. Protected people are left out.")
    public RestResponse<StreamingOutput> export(@NotNull Wanted wanted) {
        var order = new PeopleExport.Order(
                new People.Viewer(access.organizationId(), access.administrator()), access.actor());
        export.announce(order, wanted.reason());
        StreamingOutput rows = out -> export.write(order, out);
        return RestResponse.ResponseBuilder.ok(rows)
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + access.slug() + ".csv\"")
                .build();
    }
}
