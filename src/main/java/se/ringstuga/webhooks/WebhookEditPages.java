package se.ringstuga.webhooks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;

/** Changes what a tool is called, where it listens and what it is told. */
@Path("/o/{slug}/webhooks/{id}/edit")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class WebhookEditPages {

    @CheckedTemplate(basePath = "WebhookPages")
    static class Templates {
        static native TemplateInstance edit(EditPage page);

        private Templates() {}
    }

    private final WebhookScreens screens;
    private final WebhookEndpoints endpoints;
    private final WebhookEditing editing;
    private final Validator validator;
    private final Access access;

    WebhookEditPages(
            WebhookScreens screens,
            WebhookEndpoints endpoints,
            WebhookEditing editing,
            Validator validator,
            Access access) {
        this.screens = screens;
        this.endpoints = endpoints;
        this.editing = editing;
        this.validator = validator;
        this.access = access;
    }

    /**
     * The form.
     *
     * @param now how it stands, where somebody else has changed it meanwhile; null otherwise
     */
    record EditPage(
            String slug,
            long id,
            String title,
            List<String> types,
            int version,
            PageForm form,
            WebhookScreen.@Nullable Endpoint now) {}

    @GET
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id) {
        var endpoint = endpoint(id);
        return Templates.edit(page(endpoint, filled(endpoint), null));
    }

    @POST
    @Transactional
    @Requires(Permission.WEBHOOKS_MANAGE)
    @Operation(hidden = true)
    public Response save(@RestPath long id, MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        var wanted = WebhookForm.wanted(form);
        var faults = new LinkedHashMap<>(WebhookForm.faults(validator.validate(wanted), screens.say()));
        if (faults.isEmpty()) {
            try {
                editing.change(
                        id,
                        "\"" + form.value("version") + "\"",
                        new WebhookEndpointChanges(wanted.title(), wanted.address(), wanted.types(), null));
                return Response.seeOther(URI.create("/o/" + access.slug() + "/webhooks"))
                        .build();
            } catch (InvalidInput refusal) {
                faults.putAll(WebhookForm.faults(refusal, screens.say()));
            } catch (EntityVersion.ChangedSince changed) {
                return refused(page(endpoint(id), form, screens.endpoint(endpoint(id))));
            }
        }
        return refused(page(endpoint(id), form.withErrors(faults), null));
    }

    private WebhookEndpointView endpoint(long id) {
        return endpoints.find(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    private EditPage page(WebhookEndpointView endpoint, PageForm form, WebhookScreen.@Nullable Endpoint now) {
        return new EditPage(
                access.slug(),
                endpoint.id(),
                endpoint.title(),
                Arrays.stream(WebhookType.values()).map(WebhookType::written).toList(),
                endpoint.version(),
                form,
                now);
    }

    private static PageForm filled(WebhookEndpointView endpoint) {
        return new PageForm(
                Map.of(
                        "title", List.of(endpoint.title()),
                        "address", List.of(endpoint.address()),
                        "types",
                                endpoint.types().stream()
                                        .map(WebhookType::written)
                                        .toList()),
                Map.of());
    }

    private static Response refused(EditPage page) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.edit(page))
                .build();
    }
}
