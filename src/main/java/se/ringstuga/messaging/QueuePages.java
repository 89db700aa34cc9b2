package se.ringstuga.messaging;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Forbidden;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.fence.SendingStops;

/** The queue: what waits, what is unknown and why, and the switch. The numbers move by themselves. */
@Path("/o/{slug}/sending")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class QueuePages {

    private static final int LONGEST_WHY = 500;

    @CheckedTemplate(basePath = "QueuePages")
    static class Templates {
        static native TemplateInstance queue(QueuePage page, boolean unreadable);

        static native TemplateInstance now(QueuePage page);

        private Templates() {}
    }

    private final QueueWords words;
    private final SendingStops stops;
    private final HoldRelease releases;
    private final Access access;

    QueuePages(QueueWords words, SendingStops stops, HoldRelease releases, Access access) {
        this.words = words;
        this.stops = stops;
        this.releases = releases;
        this.access = access;
    }

    @GET
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public TemplateInstance queue() {
        return Templates.queue(words.page(), false);
    }

    /** The part that moves, asked for every few seconds. */
    @GET
    @Path("/now")
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public TemplateInstance moving() {
        return Templates.now(words.page());
    }

    @POST
    @Path("/stop")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response stop(@RestForm @DefaultValue("") String why) {
        var kept = why.strip();
        stops.stop(
                access.organizationId(),
                kept.substring(0, Math.min(kept.length(), LONGEST_WHY)),
                access.actor().toString());
        return back();
    }

    @POST
    @Path("/start")
    @Transactional
    @Requires(Permission.ORGANIZATION_WRITE)
    @Operation(hidden = true)
    public Response start() {
        stops.end(access.organizationId(), access.actor().toString());
        return back();
    }

    @POST
    @Path("/release")
    @Requires(Permission.ORGANIZATION_WRITE)
    @Operation(hidden = true)
    public Response release(@RestForm @DefaultValue("false") boolean withoutTexts) {
        if (access.organizationId() != access.rootId()) {
            throw new Forbidden(Optional.empty());
        }
        try {
            releases.release(access.actor(), withoutTexts);
            return back();
        } catch (ListUnavailable unreadable) {
            return Response.status(unreadable.status())
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(Templates.queue(words.page(), true))
                    .build();
        }
    }

    private Response back() {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/sending")).build();
    }
}
