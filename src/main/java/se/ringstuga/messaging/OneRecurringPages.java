package se.ringstuga.messaging;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageForm;

/** One monthly broadcast: when it goes out, what came of it, and what can be done about it. */
@Path("/o/{slug}/recurring/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OneRecurringPages {

    @CheckedTemplate(basePath = "RecurringPages")
    static class Templates {
        static native TemplateInstance one(RecurringScreen recurring);

        private Templates() {}
    }

    private final RecurringEditing editing;
    private final RecurringSaving saving;
    private final RecurringScreens screens;
    private final RecurringWritePages writing;
    private final Access access;

    OneRecurringPages(
            RecurringEditing editing,
            RecurringSaving saving,
            RecurringScreens screens,
            RecurringWritePages writing,
            Access access) {
        this.editing = editing;
        this.saving = saving;
        this.screens = screens;
        this.writing = writing;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id) {
        return Templates.one(screens.of(editing.get(id)));
    }

    @GET
    @Path("/edit")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response edit(@RestPath long id) {
        var recurring = editing.get(id);
        return recurring.endedAt() == null
                ? Response.ok(writing.page(id, RecurringForm.of(recurring), null))
                        .build()
                : back(id);
    }

    @POST
    @Path("/edit")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response save(@RestPath long id, MultivaluedMap<String, String> sent) {
        editing.get(id);
        return unlessEnded(id, () -> writing.answer(id, saving.change(id, PageForm.of(sent))));
    }

    @POST
    @Path("/do/pause")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response pause(@RestPath long id) {
        return unlessEnded(id, () -> {
            editing.pause(id);
            return back(id);
        });
    }

    @POST
    @Path("/do/resumption")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response resume(@RestPath long id) {
        return unlessEnded(id, () -> {
            editing.resume(id);
            return back(id);
        });
    }

    @POST
    @Path("/do/ending")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response end(@RestPath long id) {
        editing.end(id);
        return back(id);
    }

    /** What has ended meanwhile says so on its page. */
    private Response unlessEnded(long id, Supplier<Response> work) {
        try {
            return work.get();
        } catch (RecurringEnded ended) {
            return back(id);
        }
    }

    private Response back(long id) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/recurring/" + id))
                .build();
    }
}
