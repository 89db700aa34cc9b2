package se.ringstuga.phonebanks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.accounts.StandingAccess;
import se.ringstuga.http.PageContext;

/** One evening in the organizer's hand, live while it lasts and with its result afterwards. */
@Path("/o/{slug}/ringstugor/{id}")
@RunOnVirtualThread
class OnePhoneBankPages {

    @CheckedTemplate(basePath = "OnePhoneBankPages")
    static class Templates {
        static native TemplateInstance show(RoomScreen room);

        private Templates() {}
    }

    private final RoomScreens screens;
    private final Rooms rooms;
    private final LiveStreams streams;
    private final StandingAccess standing;
    private final Access access;
    private final PageContext page;

    OnePhoneBankPages(
            RoomScreens screens,
            Rooms rooms,
            LiveStreams streams,
            StandingAccess standing,
            Access access,
            PageContext page) {
        this.screens = screens;
        this.rooms = rooms;
        this.streams = streams;
        this.standing = standing;
        this.access = access;
        this.page = page;
    }

    @GET
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id) {
        return Templates.show(screens.ofStaff(scope(), id, RoomScreens.Told.NOTHING));
    }

    @GET
    @Path("/live")
    @Requires(Permission.CALLS_MANAGE)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(hidden = true)
    public void live(@RestPath long id, @Context Sse sse, @Context SseEventSink sink) {
        var bank = rooms.find(scope(), id);
        var base = "/o/" + access.slug() + "/ringstugor/" + id;
        streams.lead(
                bank.id(), base, standing.ofThisRequest(Permission.CALLS_MANAGE), new LiveStreams.Stream(sse, sink));
    }

    /** To share: no names, and no figure about fewer than five people (rule 37). */
    @GET
    @Path("/result.svg")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Produces("image/svg+xml")
    @Operation(hidden = true)
    public String picture(@RestPath long id) {
        var result = screens.result(screens.evening(scope(), id));
        return ResultPicture.of(result, RoomScreens.say(page.language()).resultTitle());
    }

    private RoomScope scope() {
        return new RoomScope(access.organizationId(), access.actor());
    }
}
