package se.ringstuga.messaging;

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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageForm;

/** Where a broadcast is written. Everything works by plain forms; the page's script only saves the walks to the server. */
@Path("/o/{slug}/broadcasts/new")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ComposePages {

    @CheckedTemplate(basePath = "ComposePages")
    static class Templates {
        static native TemplateInstance compose(ComposeScreen compose);

        static native TemplateInstance compose$preview(ComposeScreen compose);

        private Templates() {}
    }

    private final ComposeScreens screens;
    private final ComposeSaving saving;

    ComposePages(ComposeScreens screens, ComposeSaving saving) {
        this.screens = screens;
        this.saving = saving;
    }

    /** Begins empty, or with what the address names: other pages lead here with people already chosen. */
    @GET
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public TemplateInstance begin(UriInfo address) {
        return Templates.compose(screens.of(null, saving.begun(PageForm.of(address.getQueryParameters())), null));
    }

    @POST
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response save(MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        return switch (saving.add(form)) {
            case ComposeSaving.Outcome.Saved(long id) ->
                Response.seeOther(URI.create(saving.address(id))).build();
            case ComposeSaving.Outcome.Faulty(PageForm shown) -> refused(screens.of(null, shown, null));
            case ComposeSaving.Outcome.Changed(PageForm shown, var other) -> refused(screens.of(null, shown, other));
        };
    }

    /** The page with the preview, for browsers without script. */
    @POST
    @Path("/preview")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public TemplateInstance preview(MultivaluedMap<String, String> sent) {
        return Templates.compose(previewed(sent));
    }

    /** The preview alone, for the script. */
    @POST
    @Path("/preview/live")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public TemplateInstance live(MultivaluedMap<String, String> sent) {
        return Templates.compose$preview(previewed(sent));
    }

    private ComposeScreen previewed(MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        return screens.of(saving.draft(form), saving.prepared(form), null);
    }

    static Response refused(ComposeScreen screen) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.compose(screen))
                .build();
    }
}
