package se.ringstuga.events;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.accounts.OpenToAll;

/** A person's own calendar, at an address that is the secret. It says what there is to go to, and nothing of who reads it. */
@Path("/k/{file}")
@RunOnVirtualThread
class PersonalFeedPages {

    private static final String ENDING = ".ics";

    private final EventLinks links;
    private final LinkOwners owners;
    private final LinkMisses misses;
    private final Feeds feeds;

    PersonalFeedPages(EventLinks links, LinkOwners owners, LinkMisses misses, Feeds feeds) {
        this.links = links;
        this.owners = owners;
        this.misses = misses;
        this.feeds = feeds;
    }

    @GET
    @Produces(FeedAnswer.TYPE)
    @OpenToAll
    @Transactional
    @Operation(hidden = true)
    public Response feed(@RestPath String file, @Context Request request) {
        misses.check();
        if (!file.endsWith(ENDING)) {
            throw misses.missed();
        }
        var owner = links.feedOwner(file.substring(0, file.length() - ENDING.length()))
                .flatMap(owners::find)
                .orElseThrow(misses::missed);
        return FeedAnswer.toOne(feeds.of(owner), request);
    }
}
