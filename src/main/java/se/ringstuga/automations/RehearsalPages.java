package se.ringstuga.automations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.automations.RehearsalScreens.Written;

/** What would happen to somebody who came in on a day. */
@Path("/o/{slug}/automations/{id}/rehearsal")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RehearsalPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance rehearsal(RehearsalScreen page);

        private Templates() {}
    }

    private final AutomationEditing editing;
    private final Flows flows;
    private final RehearsalScreens screens;

    RehearsalPages(AutomationEditing editing, Flows flows, RehearsalScreens screens) {
        this.editing = editing;
        this.flows = flows;
        this.screens = screens;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(hidden = true)
    public TemplateInstance show(
            @RestPath long id,
            @RestQuery @DefaultValue("") String on,
            @RestQuery @DefaultValue("false") boolean moved) {
        var automation = editing.get(id);
        var written = new Written(
                String.valueOf(id), automation.title(), flows.of(automation).flow());
        return Templates.rehearsal(screens.of(written, on, moved));
    }
}
