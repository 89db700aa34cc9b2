package se.ringstuga.calling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.accounts.Secret;

/** The way in: a personal link whose page shows a button and nobody, and changes nothing until it is pressed (rule 19). */
@Path("/r/{code}")
@RunOnVirtualThread
class CallerJoinPages {

    @CheckedTemplate(basePath = "CallerJoinPages")
    static class Templates {
        static native TemplateInstance join();

        static native TemplateInstance waiting();

        static native TemplateInstance refused();

        private Templates() {}
    }

    private final Callers callers;
    private final CallerRows rows;
    private final LinkMisses misses;
    private final CallerSession session;

    CallerJoinPages(Callers callers, CallerRows rows, LinkMisses misses, CallerSession session) {
        this.callers = callers;
        this.rows = rows;
        this.misses = misses;
        this.session = session;
    }

    /** The same for every code: who guesses learns nothing. */
    @GET
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath String code) {
        return Templates.join();
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    public Object join(@RestPath String code) {
        misses.check();
        if (insideAlready(code)) {
            return Response.seeOther(CallerPages.HOME).build();
        }
        return switch (callers.join(code, session.browser())) {
            case JoinResult.Joined joined ->
                Response.seeOther(CallerPages.HOME)
                        .cookie(session.joined(joined.session()))
                        .build();
            case JoinResult.Waiting waiting ->
                Response.seeOther(URI.create(CallerEntrancePages.WAITING))
                        .cookie(session.waiting(waiting.secret()))
                        .build();
            case JoinResult.Refused _ -> Templates.refused();
            case JoinResult.Unknown _ -> throw misses.missed();
        };
    }

    /** The browser that is in already comes back by its own link. */
    private boolean insideAlready(String code) {
        return rows.byLink(new Secret(code), session.browser())
                .filter(link -> session.of(link.callerId()))
                .isPresent();
    }
}
