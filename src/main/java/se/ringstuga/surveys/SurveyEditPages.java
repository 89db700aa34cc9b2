package se.ringstuga.surveys;

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
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageForm;

/** The same page for a survey that is there, and only for those who may change it. */
@Path("/o/{slug}/surveys/{id}/edit")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SurveyEditPages {

    private final EditorTurns turns;

    SurveyEditPages(EditorTurns turns) {
        this.turns = turns;
    }

    @GET
    @Transactional
    @Requires(Permission.SURVEYS_WRITE)
    @Operation(hidden = true)
    public TemplateInstance edit(@RestPath long id) {
        return EditorPages.Templates.edit(turns.begun(turns.own(id)));
    }

    @POST
    @Transactional
    @Requires(Permission.SURVEYS_WRITE)
    @Operation(hidden = true)
    public Response turn(@RestPath long id, MultivaluedMap<String, String> sent) {
        return turns.take(turns.own(id), PageForm.of(sent));
    }
}
