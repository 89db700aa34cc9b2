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
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.contact.Purpose;

/** One broadcast: before its approval what it will be, afterwards what has become of it. */
@Path("/o/{slug}/broadcasts/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OneBroadcastPages {

    @CheckedTemplate(basePath = "OneBroadcastPages")
    static class Templates {
        static native TemplateInstance draft(BroadcastScreen broadcast, @Nullable String refused);

        static native TemplateInstance account(BroadcastScreen broadcast, boolean letters);

        static native TemplateInstance numbers(BroadcastScreen broadcast, boolean buttons);

        private Templates() {}
    }

    private final Sending sending;
    private final BroadcastScreens screens;
    private final PaperLetters letters;
    private final Access access;

    OneBroadcastPages(Sending sending, BroadcastScreens screens, PaperLetters letters, Access access) {
        this.sending = sending;
        this.screens = screens;
        this.letters = letters;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id) {
        var broadcast = sending.get(id);
        var screen = screens.of(broadcast);
        return screen.draft() == null ? Templates.account(screen, letters(broadcast)) : Templates.draft(screen, null);
    }

    private boolean letters(BroadcastView broadcast) {
        return broadcast.purpose() == Purpose.NOTICE
                && access.has(Permission.MESSAGES_SEND)
                && letters.any(broadcast.id());
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
        var screen = screens.of(sending.watch(id));
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
