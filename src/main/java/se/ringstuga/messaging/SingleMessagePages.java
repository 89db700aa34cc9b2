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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;

/** Writes to one person, from the person's page. The form sent twice sends one message. */
@Path("/o/{slug}/people/{id}/message")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SingleMessagePages {

    @CheckedTemplate(basePath = "SingleMessagePages")
    static class Templates {
        static native TemplateInstance write(SingleMessageScreen message);

        static native TemplateInstance write$preview(SingleMessageScreen message);

        private Templates() {}
    }

    private final SingleMessageScreens screens;
    private final Messages messages;
    private final Idempotency idempotency;
    private final Access access;

    SingleMessagePages(SingleMessageScreens screens, Messages messages, Idempotency idempotency, Access access) {
        this.screens = screens;
        this.messages = messages;
        this.idempotency = idempotency;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public TemplateInstance begin(@RestPath long id, UriInfo address) {
        var form = PageForm.of(address.getQueryParameters());
        return Templates.write(
                screens.of(id, ComposeSaving.with(form, "key", UUID.randomUUID().toString())));
    }

    @POST
    @Path("/preview")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public TemplateInstance preview(@RestPath long id, MultivaluedMap<String, String> sent) {
        return Templates.write(screens.of(id, prepared(sent)));
    }

    @POST
    @Path("/preview/live")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public TemplateInstance live(@RestPath long id, MultivaluedMap<String, String> sent) {
        return Templates.write$preview(screens.of(id, prepared(sent)));
    }

    @POST
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response send(@RestPath long id, MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        var wrong = screens.faults(id, form);
        if (!wrong.isEmpty()) {
            return refused(id, form, wrong);
        }
        try {
            var message = idempotency.pressedOnce(
                    form.value("key"), form.values(), () -> sent(screens.wanted(id, form)), known -> known);
            return Response.seeOther(URI.create("/o/" + access.slug() + "/messages/" + message))
                    .build();
        } catch (InvalidInput refusal) {
            return refused(id, form, screens.faults(refusal));
        } catch (NoGateway nobody) {
            return refused(id, form, Map.of("text", screens.say().noGateway()));
        }
    }

    private Idempotency.Created<Long> sent(NewMessage wanted) {
        var id = messages.add(wanted);
        return Idempotency.Created.of(id, id);
    }

    private static PageForm prepared(MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        return form.value("replace").isEmpty() ? form : ComposeScreens.replaced(form, form.value("replace"));
    }

    private Response refused(long id, PageForm form, Map<String, String> wrong) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.write(screens.of(id, form.withErrors(wrong))))
                .build();
    }
}
