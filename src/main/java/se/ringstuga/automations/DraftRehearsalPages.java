package se.ringstuga.automations;

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

/** What would happen to somebody who came in on a day, by a flow that is still being written. */
@Path("/o/{slug}/automations/drafts/{draft}/rehearsal")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class DraftRehearsalPages {

    private final DraftWriting writing;
    private final DraftFaults faults;
    private final DraftScreens drafts;
    private final RehearsalScreens screens;

    DraftRehearsalPages(DraftWriting writing, DraftFaults faults, DraftScreens drafts, RehearsalScreens screens) {
        this.writing = writing;
        this.faults = faults;
        this.drafts = drafts;
        this.screens = screens;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance show(
            @RestPath long draft,
            @RestQuery @DefaultValue("") String on,
            @RestQuery @DefaultValue("false") boolean moved) {
        var written = writing.get(draft);
        var flow = faults.of(written).none() ? drafts.flow(written.definition()) : null;
        return RehearsalPages.Templates.rehearsal(
                screens.of(new Written("drafts/" + draft, written.title(), flow), on, moved));
    }
}
