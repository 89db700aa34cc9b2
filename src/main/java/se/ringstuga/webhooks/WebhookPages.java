package se.ringstuga.webhooks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Conflict;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;

/** Where administrators say which tools are told, and see what they were told. */
@Path("/o/{slug}/webhooks")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class WebhookPages {

    @CheckedTemplate(basePath = "WebhookPages")
    static class Templates {
        static native TemplateInstance webhooks(WebhookScreen page);

        static native TemplateInstance secret(String slug, String title, String secret, String former);

        private Templates() {}
    }

    private final WebhookScreens screens;
    private final WebhookEditing editing;
    private final Validator validator;
    private final Access access;

    WebhookPages(WebhookScreens screens, WebhookEditing editing, Validator validator, Access access) {
        this.screens = screens;
        this.editing = editing;
        this.validator = validator;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance show(@RestQuery @DefaultValue("false") boolean dead, @RestQuery @Nullable String cursor) {
        return Templates.webhooks(screens.of(new WebhookScreens.Shown(dead, cursor, PageForm.EMPTY, null)));
    }

    @POST
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(hidden = true)
    public Response add(MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        var wanted = WebhookForm.wanted(form);
        var faults = WebhookForm.faults(validator.validate(wanted), screens.say());
        if (!faults.isEmpty()) {
            return refused(form.withErrors(faults), null);
        }
        try {
            var made = editing.add(wanted);
            return Response.ok(Templates.secret(access.slug(), made.title(), String.valueOf(made.secret()), ""))
                    .build();
        } catch (InvalidInput refusal) {
            return refused(form.withErrors(WebhookForm.faults(refusal, screens.say())), null);
        } catch (Conflict tooMany) {
            return refused(form, screens.say().tooMany());
        }
    }

    @POST
    @Path("/{id}/secret")
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance replaceSecret(@RestPath long id) {
        var endpoint = editing.replaceSecret(id);
        return Templates.secret(
                access.slug(), endpoint.title(), String.valueOf(endpoint.secret()), screens.formerUntil(endpoint));
    }

    @POST
    @Path("/{id}/ping")
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(hidden = true)
    public Response ping(@RestPath long id) {
        editing.ping(id);
        return back();
    }

    @POST
    @Path("/{id}/off")
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(hidden = true)
    public Response switchOff(@RestPath long id) {
        editing.change(id, null, new WebhookEndpointChanges(null, null, null, false));
        return back();
    }

    @POST
    @Path("/{id}/on")
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(hidden = true)
    public Response switchOn(@RestPath long id) {
        editing.change(id, null, new WebhookEndpointChanges(null, null, null, true));
        return back();
    }

    @POST
    @Path("/{id}/replay")
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(hidden = true)
    public Response replayAll(@RestPath long id) {
        editing.replaySince(id, Instant.EPOCH);
        return back();
    }

    @POST
    @Path("/{id}/removal")
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(hidden = true)
    public Response remove(@RestPath long id) {
        editing.remove(id);
        return back();
    }

    @POST
    @Path("/deliveries/{id}/replay")
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(hidden = true)
    public Response replay(@RestPath long id) {
        editing.replay(id);
        return back();
    }

    private Response back() {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/webhooks"))
                .build();
    }

    private Response refused(PageForm form, @Nullable String why) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.webhooks(screens.of(new WebhookScreens.Shown(false, null, form, why))))
                .build();
    }
}
