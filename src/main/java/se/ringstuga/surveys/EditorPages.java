package se.ringstuga.surveys;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageForm;

/** Where a new survey is written. Every button posts the whole form and gets it back; htmx only saves the walks. */
@Path("/o/{slug}/surveys/new")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class EditorPages {

    @CheckedTemplate(basePath = "EditorPages")
    static class Templates {
        static native TemplateInstance edit(EditorScreen editor);

        private Templates() {}
    }

    private final EditorTurns turns;

    EditorPages(EditorTurns turns) {
        this.turns = turns;
    }

    @GET
    @Transactional
    @Requires(Permission.SURVEYS_WRITE)
    @Operation(hidden = true)
    public TemplateInstance begin() {
        return Templates.edit(turns.begun());
    }

    @POST
    @Transactional
    @Requires(Permission.SURVEYS_WRITE)
    @Operation(hidden = true)
    public Response turn(MultivaluedMap<String, String> sent) {
        return turns.take(null, PageForm.of(sent));
    }
}
