package se.ringstuga.events;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.accounts.SignedIn;
import se.ringstuga.organizations.Organizations;

/**
 * What the code on a member's phone says: staff who read it come to the check-in of that member, everybody else to the
 * sign-in. Reading it changes nothing.
 */
@Path(EventLinks.SIGN_UP + "{code}/door")
@RunOnVirtualThread
class DoorCodePages {

    private final EventLinks links;
    private final Events events;
    private final Organizations organizations;
    private final LinkMisses misses;

    DoorCodePages(EventLinks links, Events events, Organizations organizations, LinkMisses misses) {
        this.links = links;
        this.events = events;
        this.organizations = organizations;
        this.misses = misses;
    }

    @GET
    @SignedIn
    @Transactional
    @Operation(hidden = true)
    public Response door(@RestPath String code) {
        misses.check();
        var invited = links.invited(code).orElseThrow(misses::missed);
        var event = events.find(invited.eventId()).orElseThrow(misses::missed);
        var slug = organizations.view(event.organizationId()).slug();
        return Response.seeOther(
                        URI.create("/o/" + slug + "/events/" + event.id() + "/door?person=" + invited.personId()))
                .build();
    }
}
