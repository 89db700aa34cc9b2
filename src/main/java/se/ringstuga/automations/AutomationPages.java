package se.ringstuga.automations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageRequest;

/** What happens by itself in an association. */
@Path("/o/{slug}/automations")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AutomationPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance list(ListPage page);

        private Templates() {}
    }

    private final AutomationViews views;
    private final FlowDrafts drafts;
    private final AutomationScreens screens;
    private final Access access;

    AutomationPages(AutomationViews views, FlowDrafts drafts, AutomationScreens screens, Access access) {
        this.views = views;
        this.drafts = drafts;
        this.screens = screens;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(hidden = true)
    public TemplateInstance list(@BeanParam PageRequest request) {
        var found = views.page(request);
        var base = "/o/" + access.slug() + "/automations";
        var may = access.has(Permission.AUTOMATIONS_MANAGE);
        var begun = may && request.cursor() == null
                ? drafts.begun(access.organizationId()).stream()
                        .map(screens::row)
                        .toList()
                : List.<AutomationScreen.Begun>of();
        return Templates.list(new ListPage(
                access.slug(),
                base,
                may,
                found.items().stream().map(screens::row).toList(),
                begun,
                found.next() == null ? null : base + "?cursor=" + found.next()));
    }

    /**
     * What the page shows.
     *
     * @param drafts those that are no automation yet
     */
    record ListPage(
            String slug,
            String base,
            boolean mayWrite,
            List<AutomationScreen.Row> automations,
            List<AutomationScreen.Begun> drafts,
            @Nullable String next) {}
}
