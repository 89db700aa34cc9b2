package se.ringstuga.messaging;

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

/** Changes a draft on the page on which it was written. */
@Path("/o/{slug}/broadcasts/{id}/edit")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ComposeEditPages {

    private final Sending sending;
    private final ComposeScreens screens;
    private final ComposeSaving saving;
    private final Access access;

    ComposeEditPages(Sending sending, ComposeScreens screens, ComposeSaving saving, Access access) {
        this.sending = sending;
        this.screens = screens;
        this.saving = saving;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response begin(@RestPath long id) {
        var draft = sending.get(id);
        return draft.state() == BroadcastView.State.DRAFT
                ? Response.ok(page(id, screens.form(draft, access.zone()))).build()
                : back(id);
    }

    @POST
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response save(@RestPath long id, MultivaluedMap<String, String> sent) {
        try {
            return switch (saving.change(id, PageForm.of(sent))) {
                case ComposeSaving.Outcome.Saved _ -> back(id);
                case ComposeSaving.Outcome.Faulty(PageForm shown) -> ComposePages.refused(screens.of(id, shown, null));
                case ComposeSaving.Outcome.Changed(PageForm shown, var other) ->
                    ComposePages.refused(screens.of(id, shown, other));
            };
        } catch (BroadcastNotDraft approved) {
            return back(id);
        }
    }

    private TemplateInstance page(long id, PageForm form) {
        return ComposePages.Templates.compose(screens.of(id, form, null));
    }

    private Response back(long id) {
        return Response.seeOther(URI.create(saving.address(id))).build();
    }
}
