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
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.automations.DraftWriting.Beginning;

/** Begins a flow, from nothing or from the welcome. */
@Path("/o/{slug}/automations/new")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class NewFlowPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance begin(BeginPage page);

        private Templates() {}
    }

    private final DraftWriting writing;
    private final PageWords words;
    private final Access access;

    NewFlowPages(DraftWriting writing, PageWords words, Access access) {
        this.writing = writing;
        this.words = words;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance ask() {
        return Templates.begin(new BeginPage(access.slug(), "", false, null, null));
    }

    @POST
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response begin(@RestForm @DefaultValue("") String title, @RestForm @DefaultValue("") String beginning) {
        var welcome = beginning.equals(Beginning.WELCOME.name());
        if (!NewAutomation.isTitle(title)) {
            return refused(
                    new BeginPage(access.slug(), title, welcome, words.faults().title(), null));
        }
        return writing.begin(title.strip(), welcome ? Beginning.WELCOME : Beginning.NOTHING)
                .map(draft -> Response.seeOther(URI.create(
                                "/o/" + access.slug() + "/automations/drafts/" + draft + (welcome ? "" : "/start")))
                        .build())
                .orElseGet(() -> refused(new BeginPage(
                        access.slug(), title, welcome, null, words.editing().tooMany())));
    }

    private static Response refused(BeginPage page) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.begin(page))
                .build();
    }

    /**
     * What the page shows.
     *
     * @param welcome whether it is to begin as the welcome does
     * @param titleError what is wrong with the name
     * @param wrong with all of it
     */
    record BeginPage(
            String slug,
            String title,
            boolean welcome,
            @Nullable String titleError,
            @Nullable String wrong) {}
}
