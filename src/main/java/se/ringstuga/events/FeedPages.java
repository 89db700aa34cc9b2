package se.ringstuga.events;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.ringstuga.accounts.OpenToAll;

/** What calendar programs fetch of an association, again and again, for everybody. */
@Path("/a/{slug}/calendar.ics")
@RunOnVirtualThread
class FeedPages {

    private final CalendarOwners owners;
    private final Feeds feeds;

    FeedPages(CalendarOwners owners, Feeds feeds) {
        this.owners = owners;
        this.feeds = feeds;
    }

    @GET
    @Produces(FeedAnswer.TYPE)
    @OpenToAll
    @Transactional
    @Operation(hidden = true)
    public Response feed(
            @RestPath String slug, @RestQuery @DefaultValue("false") boolean below, @Context Request request) {
        return FeedAnswer.toEverybody(feeds.of(owners.open(slug), below), request);
    }
}
