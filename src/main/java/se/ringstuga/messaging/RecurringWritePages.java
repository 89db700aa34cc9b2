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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageForm;

/** Where a monthly broadcast is written: the words as of any broadcast, and the rule. Everything works without script. */
@Path("/o/{slug}/recurring/new")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RecurringWritePages {

    private static final String PLACE = "recurring";

    private static final Map<String, String> USUAL =
            Map.of("on", "DAY", "day", "1", "time", "09:00", "lead", "72", "approval", "ASK");

    @CheckedTemplate(basePath = "RecurringPages")
    static class Templates {
        static native TemplateInstance write(ComposeScreen compose, RecurringScreen.Choices choices);

        private Templates() {}
    }

    private final RecurringSaving saving;
    private final ComposeSaving composing;
    private final ComposeScreens composed;
    private final RecurringScreens screens;
    private final Access access;

    RecurringWritePages(
            RecurringSaving saving,
            ComposeSaving composing,
            ComposeScreens composed,
            RecurringScreens screens,
            Access access) {
        this.saving = saving;
        this.composing = composing;
        this.composed = composed;
        this.screens = screens;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public TemplateInstance begin(UriInfo address) {
        var form = composing.begun(PageForm.of(address.getQueryParameters()));
        for (var usual : USUAL.entrySet()) {
            form = form.value(usual.getKey()).isEmpty()
                    ? ComposeSaving.with(form, usual.getKey(), usual.getValue())
                    : form;
        }
        return page(null, form, null);
    }

    @POST
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response save(MultivaluedMap<String, String> sent) {
        return answer(null, saving.add(PageForm.of(sent)));
    }

    /** The page with the preview, for browsers without script. */
    @POST
    @Path("/preview")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public TemplateInstance preview(MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        var changed = form.value(PLACE);
        var id = changed.matches("[0-9]{1,18}") ? Long.valueOf(changed) : null;
        return page(id, composing.prepared(form), null);
    }

    Response answer(@Nullable Long id, ComposeSaving.Outcome outcome) {
        return switch (outcome) {
            case ComposeSaving.Outcome.Saved(long saved) ->
                Response.seeOther(URI.create("/o/" + access.slug() + "/recurring/" + saved))
                        .build();
            case ComposeSaving.Outcome.Faulty(PageForm shown) -> refused(page(id, shown, null));
            case ComposeSaving.Outcome.Changed(PageForm shown, var other) -> refused(page(id, shown, other));
        };
    }

    TemplateInstance page(@Nullable Long id, PageForm form, ComposeScreen.@Nullable Other other) {
        return Templates.write(composed.of(PLACE, id, form, other), screens.choices());
    }

    private static Response refused(TemplateInstance page) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page)
                .build();
    }
}
