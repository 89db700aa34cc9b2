package se.ringstuga.messaging;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** One broadcast: before its approval what it will be, afterwards what has become of it. */
@Path("/o/{slug}/broadcasts/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OneBroadcastPages {

    @CheckedTemplate(basePath = "OneBroadcastPages")
    static class Templates {
        static native TemplateInstance draft(BroadcastScreen broadcast, @Nullable String refused);

        static native TemplateInstance account(BroadcastScreen broadcast);

        static native TemplateInstance numbers(BroadcastScreen broadcast, boolean buttons);

        private Templates() {}
    }

    private final Sending sending;
    private final BroadcastScreens screens;

    OneBroadcastPages(Sending sending, BroadcastScreens screens) {
        this.sending = sending;
        this.screens = screens;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id) {
        var screen = screens.of(sending.get(id));
        return screen.draft() == null ? Templates.account(screen) : Templates.draft(screen, null);
    }

    /**
     * What moves by itself: the numbers, and the buttons where others fit now. 204 while nothing moved.
     *
     * @param seen the mark of what the page shows
     */
    @GET
    @Path("/progress")
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public Response progress(@RestPath long id, @RestQuery @Nullable String seen) {
        var screen = screens.of(sending.get(id));
        var progress = screen.progress();
        if (progress == null) {
            return Response.noContent().header("HX-Refresh", "true").build();
        }
        var before = seen == null ? "" : seen;
        if (progress.mark().equals(before)) {
            return Response.noContent().build();
        }
        var others = !before.endsWith("." + progress.actions().mark());
        return Response.ok(Templates.numbers(screen, others)).build();
    }
}
