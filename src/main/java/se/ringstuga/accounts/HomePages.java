package se.ringstuga.accounts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.ringstuga.http.PublicUrl;

/** What the one who signed in may do, and where. */
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class HomePages {

    @CheckedTemplate(basePath = "HomePages")
    static class Templates {
        static native TemplateInstance home(String name, List<StaffRoles.Membership> organizations, String api);

        private Templates() {}
    }

    private final Access access;
    private final StaffMembers members;
    private final StaffRoles roles;
    private final PublicUrl url;

    HomePages(Access access, StaffMembers members, StaffRoles roles, PublicUrl url) {
        this.access = access;
        this.members = members;
        this.roles = roles;
        this.url = url;
    }

    @GET
    @SignedIn
    @Operation(hidden = true)
    public TemplateInstance home() {
        var id = access.actor().id();
        var name = members.findActive(id).map(staff -> staff.name).orElse("");
        return Templates.home(name, roles.memberships(id), url.of("/api/organizations"));
    }
}
