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
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.automations.ActivationChoice.Existing;

/** Switches an automation on, after it has shown whom that would hit. */
@Path("/o/{slug}/automations/{id}/activation")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ActivationPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance activation(ActivationScreen page);

        private Templates() {}
    }

    private final AutomationEditing editing;
    private final Activation activation;
    private final ActivationScreens screens;
    private final PageWords words;
    private final Access access;

    ActivationPages(
            AutomationEditing editing,
            Activation activation,
            ActivationScreens screens,
            PageWords words,
            Access access) {
        this.editing = editing;
        this.activation = activation;
        this.screens = screens;
        this.words = words;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance ask(@RestPath long id) {
        return Templates.activation(screens.of(editing.get(id), null));
    }

    @POST
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response activate(
            @RestPath long id, @RestForm @DefaultValue("") String existing, @RestForm @DefaultValue("0") long count) {
        var automation = editing.lock(id);
        var chosen = Stream.of(Existing.values())
                .filter(value -> value.name().equals(existing))
                .findFirst();
        if (chosen.isEmpty()) {
            return refused(automation, Response.Status.BAD_REQUEST, words.say().choose());
        }
        if (automation.is(Automation.State.ON) || automation.is(Automation.State.PAUSED)) {
            return back(id, "");
        }
        var choice = new ActivationChoice(chosen.get(), count);
        return hindered(automation, choice).orElseGet(() -> {
            activation.activate(id, choice);
            return back(id, "");
        });
    }

    /** For more people than one may decide about alone. */
    @POST
    @Path("/request")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response request(@RestPath long id) {
        activation.ask(id);
        return back(id, "/activation");
    }

    private Optional<Response> hindered(Automation automation, ActivationChoice choice) {
        if (choice.existing() != Existing.ENROL) {
            return Optional.empty();
        }
        var preview = activation.preview(automation);
        var count = choice.count();
        if (count == null || preview.ahead().in().all() != count) {
            return Optional.of(
                    refused(automation, Response.Status.BAD_REQUEST, words.say().otherCount()));
        }
        return Optional.ofNullable(screens.hindrance(preview.standing()))
                .map(why -> refused(automation, Response.Status.CONFLICT, why));
    }

    private Response back(long id, String place) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/automations/" + id + place))
                .build();
    }

    private Response refused(Automation automation, Response.Status status, String why) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.activation(screens.of(automation, why)))
                .build();
    }
}
