package se.ringstuga.phonebanks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.calling.CallerSession;

/** Where somebody waits with a number on the screen. After the yes the browser gets its session and goes on by itself. */
@Path("/r/waiting")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class WaitingPages {

    static final String ADDRESS = "/r/waiting";
    private static final String CALLS = "/ring";
    private static final String DOOR = "/r";

    private final WaitingRoom room;
    private final RoomCookies cookies;
    private final CallerSession session;

    WaitingPages(WaitingRoom room, RoomCookies cookies, CallerSession session) {
        this.room = room;
        this.cookies = cookies;
        this.session = session;
    }

    /** Looking changes nothing: a reload cannot take a caller's session away. */
    @GET
    @OpenToAll
    @Operation(hidden = true)
    public Response show() {
        return switch (room.peek(cookies.waiting().orElse(""))) {
            case Answer.Waits(String name, int number) ->
                Response.ok(RoomJoinPages.Templates.waiting(name, number)).build();
            case Answer.In _ ->
                Response.ok(RoomJoinPages.Templates.waiting("", 0)).build();
            case Answer.Refused _ ->
                Response.ok(RoomJoinPages.Templates.refused()).build();
            case Answer.Unknown _ -> go(DOOR, null).build();
        };
    }

    /** Asked every few seconds by the page that waits, and by its button. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @OpenToAll
    @Operation(hidden = true)
    public Response look(@HeaderParam("HX-Request") @Nullable String htmx) {
        return switch (room.look(cookies.waiting().orElse(""), session.browser())) {
            case Answer.In(String secret) ->
                go(CALLS, htmx).cookie(session.joined(secret)).build();
            case Answer.Waits _ ->
                htmx == null ? go(ADDRESS, null).build() : Response.noContent().build();
            case Answer.Refused _ -> go(ADDRESS, htmx).build();
            case Answer.Unknown _ -> go(DOOR, htmx).build();
        };
    }

    /** htmx follows redirects itself, so it is told where the whole page goes. */
    private static Response.ResponseBuilder go(String address, @Nullable String htmx) {
        return htmx == null
                ? Response.seeOther(URI.create(address))
                : Response.noContent().header("HX-Redirect", address);
    }
}
