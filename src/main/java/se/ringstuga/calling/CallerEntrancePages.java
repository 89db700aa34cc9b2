package se.ringstuga.calling;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.accounts.OpenToAll;

/** Where a second browser waits for the organizer's yes (rule 19). */
@Path("/ring/enter")
@RunOnVirtualThread
class CallerEntrancePages {

    static final String WAITING = "/ring/enter";
    private static final String REFUSED = "/ring/enter/refused";
    private static final String HTMX_REDIRECT = "HX-Redirect";

    private final Callers callers;
    private final LinkMisses misses;
    private final CallerSession session;

    CallerEntrancePages(Callers callers, LinkMisses misses, CallerSession session) {
        this.callers = callers;
        this.misses = misses;
        this.session = session;
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance waiting() {
        return CallerJoinPages.Templates.waiting();
    }

    @GET
    @Path("refused")
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance refused() {
        return CallerJoinPages.Templates.refused();
    }

    /** Asked every few seconds by the page that waits, and by its button. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @OpenToAll
    @Operation(hidden = true)
    public Response enter(@HeaderParam("HX-Request") @Nullable String htmx) {
        misses.check();
        String secret = session.waitingSecret().orElseThrow(CallerSignedOut::new);
        return switch (callers.enter(secret, session.browser())) {
            case JoinResult.Joined joined ->
                go("/ring", htmx).cookie(session.joined(joined.session())).build();
            case JoinResult.Waiting _ ->
                htmx == null ? go(WAITING, null).build() : Response.noContent().build();
            case JoinResult.Refused _ -> go(REFUSED, htmx).build();
            case JoinResult.Unknown _ -> throw misses.missed();
        };
    }

    /** htmx follows redirects itself, so it is told where the whole page goes. */
    private static Response.ResponseBuilder go(String address, @Nullable String htmx) {
        return htmx == null
                ? Response.seeOther(URI.create(address))
                : Response.noContent().header(HTMX_REDIRECT, address);
    }
}
