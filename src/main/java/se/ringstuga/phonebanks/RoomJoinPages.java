package se.ringstuga.phonebanks;

import io.quarkus.qute.CheckedTemplate;
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
import se.ringstuga.accounts.OpenToAll;

/** Where the code from the wall is typed; it shows nothing of any evening (rule 36). */
@Path("/r")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RoomJoinPages {

    @CheckedTemplate(basePath = "RoomJoinPages")
    static class Templates {
        static native TemplateInstance join(Door.Form form, boolean byCode);

        static native TemplateInstance waiting(String name, int number);

        static native TemplateInstance refused();

        private Templates() {}
    }

    private final WaitingRoom room;
    private final Door door;

    RoomJoinPages(WaitingRoom room, Door door) {
        this.room = room;
        this.door = door;
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance show() {
        return Templates.join(new Door.Form("", "", null), true);
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    public Response ask(@RestForm @DefaultValue("") String code, @RestForm @DefaultValue("") String name) {
        return door.ask(new Door.Form(code, name, null), true, () -> room.askByCode(code, name));
    }
}
