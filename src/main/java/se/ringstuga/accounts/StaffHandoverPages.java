package se.ringstuga.accounts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;

/** What somebody of the staff has under way, and the form that gives it to another, before they leave or afterwards. */
@Path("/o/{slug}/staff/{id}/handover")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class StaffHandoverPages {

    @CheckedTemplate(basePath = "StaffPages")
    static class Templates {
        static native TemplateInstance handover(HeldScreen screen);

        private Templates() {}
    }

    private final StaffHandover handover;
    private final HeldScreens screens;

    StaffHandoverPages(StaffHandover handover, HeldScreens screens) {
        this.handover = handover;
        this.screens = screens;
    }

    @GET
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id) {
        return Templates.handover(screens.of(id, "", null, null));
    }

    @POST
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(hidden = true)
    public Response handOver(
            @RestPath long id, @RestForm @Nullable String to, @RestForm @DefaultValue("") String then) {
        var leaving = then.equals(HeldScreens.REMOVAL);
        try {
            var things = handover.handOver(id, to == null || !to.matches("[0-9]{1,18}") ? 0 : Long.parseLong(to));
            var back = leaving ? "/" + id + "/" + HeldScreens.REMOVAL : "";
            return Response.seeOther(URI.create(screens.base() + back + "?handed=" + things))
                    .build();
        } catch (InvalidInput nobody) {
            var screen = screens.of(id, leaving ? then : "", null, screens.say().takerMissing());
            return Response.status(Response.Status.BAD_REQUEST)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(leaving ? StaffRemovalPages.Templates.removal(screen, null) : Templates.handover(screen))
                    .build();
        }
    }
}
