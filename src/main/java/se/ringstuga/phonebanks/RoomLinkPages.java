package se.ringstuga.phonebanks;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.OpenToAll;

/** The join link and the QR code: the same door, without a code to type. It looks alike whatever the link is worth. */
@Path("/j/{secret}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RoomLinkPages {

    private final WaitingRoom room;
    private final Door door;

    RoomLinkPages(WaitingRoom room, Door door) {
        this.room = room;
        this.door = door;
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath String secret) {
        return RoomJoinPages.Templates.join(new Door.Form("", "", null), false);
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    public Response ask(@RestPath String secret, @RestForm @DefaultValue("") String name) {
        return door.ask(new Door.Form("", name, null), false, () -> room.askByLink(secret, name));
    }
}
