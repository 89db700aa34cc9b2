package se.ringstuga.calling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** One assignment: where everybody is, how the calls went, who calls. */
@Path("/o/{slug}/call-assignments/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OneAssignmentPages {

    @CheckedTemplate(basePath = "OneAssignmentPages")
    static class Templates {
        static native TemplateInstance show(AssignmentScreen page);

        private Templates() {}
    }

    private final AssignmentScreens screens;

    OneAssignmentPages(AssignmentScreens screens) {
        this.screens = screens;
    }

    @GET
    @Transactional
    @Requires(Permission.CALLS_READ)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id) {
        return Templates.show(screens.of(id));
    }
}
