package se.ringstuga.automations;

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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageForm;

/** What a flow that is being written is called, what starts it, and who may be in it. */
@Path("/o/{slug}/automations/drafts/{draft}/start")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class DraftStartPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance start(StartScreen start);

        private Templates() {}
    }

    private final StartEditing start;
    private final Access access;

    DraftStartPages(StartEditing start, Access access) {
        this.start = start;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance edit(@RestPath long draft) {
        return Templates.start(start.shown(draft));
    }

    @POST
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response save(@RestPath long draft, MultivaluedMap<String, String> sent) {
        return start.save(draft, PageForm.of(sent))
                .map(refused -> Response.status(Response.Status.BAD_REQUEST)
                        .type(MediaType.TEXT_HTML_TYPE)
                        .entity(Templates.start(refused))
                        .build())
                .orElseGet(() -> Response.seeOther(URI.create("/o/" + access.slug() + "/automations/drafts/" + draft))
                        .build());
    }
}
