package se.ringstuga.accounts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Removing one of the staff: asked first, with what they have under way and who may take it over (rule 40). */
@Path("/o/{slug}/staff/{id}/removal")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class StaffRemovalPages {

    @CheckedTemplate(basePath = "StaffPages")
    static class Templates {
        static native TemplateInstance removal(HeldScreen screen, @Nullable String refused);

        private Templates() {}
    }

    private final StaffAdministration administration;
    private final HeldScreens screens;
    private final Words words;

    StaffRemovalPages(StaffAdministration administration, HeldScreens screens, Words words) {
        this.administration = administration;
        this.screens = screens;
        this.words = words;
    }

    @GET
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance ask(@RestPath long id, @RestQuery @Nullable Long handed) {
        administration.changeable(id);
        return Templates.removal(screens.of(id, HeldScreens.REMOVAL, handed, null), null);
    }

    @POST
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(hidden = true)
    public Response remove(@RestPath long id) {
        try {
            administration.remove(id);
            return Response.seeOther(URI.create(screens.base())).build();
        } catch (StaffConflict last) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(Templates.removal(
                            screens.of(id, HeldScreens.REMOVAL, null, null),
                            words.say().lastAdministrator()))
                    .build();
        }
    }
}
