package se.ringstuga.phonebanks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.accounts.OpenToAll;

/** A leader's link: looking at it changes nothing, its button binds it to this browser. */
@Path("/lead/in/{secret}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class LeaderJoinPages {

    @CheckedTemplate(basePath = "LeaderJoinPages")
    static class Templates {
        static native TemplateInstance join();

        static native TemplateInstance used();

        private Templates() {}
    }

    private final Leaders leaders;
    private final LinkMisses misses;
    private final RoomCookies cookies;

    LeaderJoinPages(Leaders leaders, LinkMisses misses, RoomCookies cookies) {
        this.leaders = leaders;
        this.misses = misses;
        this.cookies = cookies;
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath String secret) {
        return Templates.join();
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    public Response join(@RestPath String secret) {
        misses.check();
        return switch (leaders.join(secret)) {
            case Leaders.Entrance.In(String session) ->
                Response.seeOther(URI.create(LeaderPages.ADDRESS))
                        .cookie(cookies.forLeader(session))
                        .build();
            case Leaders.Entrance.Used _ ->
                cookies.leader().flatMap(leaders::session).isPresent()
                        ? Response.seeOther(URI.create(LeaderPages.ADDRESS)).build()
                        : Response.ok(Templates.used()).build();
            case Leaders.Entrance.Unknown _ -> throw misses.missed();
        };
    }
}
