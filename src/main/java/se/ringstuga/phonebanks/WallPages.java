package se.ringstuga.phonebanks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.accounts.Secret;
import se.ringstuga.accounts.StandingAccess.Standing;
import se.ringstuga.http.PageContext;

/** The wall: what the room sees of itself, by a link that can do nothing else and can be revoked (rule 37). */
@Path("/wall/{secret}")
@RunOnVirtualThread
class WallPages {

    @CheckedTemplate(basePath = "WallPages")
    static class Templates {
        static native TemplateInstance wall(
                String address,
                String title,
                @Nullable String board,
                @Nullable String qr,
                @Nullable EveningResult result);

        private Templates() {}
    }

    private final PhoneBanks banks;
    private final Rooms rooms;
    private final Snapshots snapshots;
    private final Boards boards;
    private final RoomScreens screens;
    private final LiveStreams streams;
    private final LinkMisses misses;
    private final PageContext page;

    WallPages(
            PhoneBanks banks,
            Rooms rooms,
            Snapshots snapshots,
            Boards boards,
            RoomScreens screens,
            LiveStreams streams,
            LinkMisses misses,
            PageContext page) {
        this.banks = banks;
        this.rooms = rooms;
        this.snapshots = snapshots;
        this.boards = boards;
        this.screens = screens;
        this.streams = streams;
        this.misses = misses;
        this.page = page;
    }

    @GET
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath String secret) {
        var evening = snapshots.of(find(secret).id()).orElseThrow(misses::missed);
        var closed = evening.bank().closedAt() != null;
        var link = rooms.view(evening.bank()).joinLink();
        return Templates.wall(
                "/wall/" + secret,
                evening.bank().title(),
                closed ? null : boards.html(evening, new Look(Look.Kind.WALL, "", page.language())),
                link == null || !evening.bank().running() ? null : RoomScreens.qr(link),
                closed ? screens.result(evening) : null);
    }

    @GET
    @Path("/live")
    @OpenToAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(hidden = true)
    public void live(@RestPath String secret, @Context Sse sse, @Context SseEventSink sink) {
        var bank = find(secret);
        var hash = HexFormat.of().formatHex(new Secret(secret).hash());
        var standing = new Standing(hash, () -> banks.ofWall(new Secret(secret)).isPresent());
        streams.wall(bank.id(), standing, new LiveStreams.Stream(sse, sink));
    }

    private PhoneBank find(String secret) {
        misses.check();
        return banks.ofWall(new Secret(secret)).orElseThrow(misses::missed);
    }
}
