package se.ringstuga.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** Protecting a person, and lifting the protection again: for administrators, who alone find them meanwhile (rule 5). */
@Path("/o/{slug}/people/{id}/protection")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.WILDCARD)
class PersonProtectionPages {

    private final PersonEdits edits;
    private final Access access;
    private final AccessLog accessLog;

    PersonProtectionPages(PersonEdits edits, Access access, AccessLog accessLog) {
        this.edits = edits;
        this.access = access;
        this.accessLog = accessLog;
    }

    @POST
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public Response protect(@RestPath long id) {
        return decided(id, true, "person.restricted");
    }

    @POST
    @Path("/lifting")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public Response lift(@RestPath long id) {
        return decided(id, false, "person.restriction-lifted");
    }

    private Response decided(long id, boolean restricted, String action) {
        var viewer = new People.Viewer(access.organizationId(), access.administrator());
        edits.restrict(new PersonEdits.Editor(viewer, access.actor(), access.zone()), id, restricted);
        accessLog.record(action, null, List.of(id));
        return Response.seeOther(URI.create("/o/" + access.slug() + "/people/" + id))
                .build();
    }
}
