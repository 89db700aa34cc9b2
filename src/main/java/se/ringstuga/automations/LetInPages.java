package se.ringstuga.automations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;

/** Lets somebody into an automation whom its trigger does not bring: found by name, and told first what that means. */
@Path("/o/{slug}/automations/{id}/people/new")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class LetInPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance letin(LetInScreen page);

        private Templates() {}
    }

    private final AutomationEditing editing;
    private final EnrolledPeople enrolled;
    private final LetInScreens screens;
    private final PageWords words;
    private final Access access;

    LetInPages(
            AutomationEditing editing, EnrolledPeople enrolled, LetInScreens screens, PageWords words, Access access) {
        this.editing = editing;
        this.enrolled = enrolled;
        this.screens = screens;
        this.words = words;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance ask(@RestPath long id, @RestQuery @DefaultValue("") String search) {
        return Templates.letin(screens.of(editing.get(id), search, null));
    }

    /** Pressed twice it is once. */
    @POST
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response letIn(
            @RestPath long id, @RestForm @DefaultValue("0") long person, @RestForm @DefaultValue("") String search) {
        var automation = editing.get(id);
        if (!automation.isRunning()) {
            return refused(screens.of(automation, search, words.lettingIn().letInOff()));
        }
        try {
            enrolled.enter(id, person);
        } catch (EnrolledPeople.AlreadyIn already) {
            return refused(screens.of(automation, search, words.lettingIn().letInTwice()));
        } catch (InvalidInput nobody) {
            return refused(screens.of(automation, search, words.lettingIn().cannotBeIn()));
        }
        return Response.seeOther(URI.create("/o/" + access.slug() + "/automations/" + id + "/people"))
                .build();
    }

    private static Response refused(LetInScreen screen) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.letin(screen))
                .build();
    }
}
