package se.ringstuga.messaging;

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

/** What goes out every month, the newest first. */
@Path("/o/{slug}/recurring")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RecurringPages {

    @CheckedTemplate(basePath = "RecurringPages")
    static class Templates {
        static native TemplateInstance list(ListPage page);

        private Templates() {}
    }

    private final RecurringEditing editing;
    private final RecurringScreens screens;
    private final Access access;

    RecurringPages(RecurringEditing editing, RecurringScreens screens, Access access) {
        this.editing = editing;
        this.screens = screens;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public TemplateInstance list(@BeanParam PageRequest request) {
        var found = editing.list(request);
        var base = "/o/" + access.slug() + "/recurring";
        return Templates.list(new ListPage(
                access.slug(),
                base,
                found.items().stream().map(screens::line).toList(),
                found.next() == null ? null : base + "?cursor=" + found.next(),
                access.has(Permission.MESSAGES_SEND)));
    }

    record ListPage(
            String slug,
            String base,
            List<RecurringScreen.Line> recurring,
            @Nullable String next,
            boolean maySend) {}
}
