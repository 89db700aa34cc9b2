package se.ringstuga.reminders;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.accounts.Secret;
import se.ringstuga.http.PageForm;

/** Where a rule is made, for the events of a kind or for one event. */
@Path("/o/{slug}/reminder-rules/new")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RuleWritePages {

    private static final String EVENT = "event";

    @CheckedTemplate(basePath = "RuleWritePages")
    static class Templates {
        static native TemplateInstance write(RuleScreens.Screen page);

        private Templates() {}
    }

    private final RuleEditing editing;
    private final RuleFilling filling;
    private final RuleScreens screens;

    RuleWritePages(RuleEditing editing, RuleFilling filling, RuleScreens screens) {
        this.editing = editing;
        this.filling = filling;
        this.screens = screens;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public TemplateInstance begin(@RestQuery @Nullable Long kind, @RestQuery @Nullable Long event) {
        var form = RuleFormValues.usual(Secret.random().value(), kind, event);
        return Templates.write(screens.screen(place(form), form, null, null));
    }

    /** Pressed twice it is one rule. */
    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response save(MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        var place = place(form);
        return answer(screens, place, filling.add(form, id(form, "kind"), id(form, EVENT)));
    }

    private RuleScreens.Place place(PageForm form) {
        var event = id(form, EVENT);
        var heading = event == null ? null : editing.event(event).content().title();
        return new RuleScreens.Place(
                screens.base() + "/new", screens.back(id(form, "kind"), event), heading, null, "", "");
    }

    static Response answer(RuleScreens screens, RuleScreens.Place place, RuleFilling.Outcome outcome) {
        return switch (outcome) {
            case RuleFilling.Outcome.Saved(var rule) ->
                Response.seeOther(URI.create(screens.back(rule.kindId(), rule.eventId())))
                        .build();
            case RuleFilling.Outcome.Shown(var form, var look) -> page(200, screens.screen(place, form, look, null));
            case RuleFilling.Outcome.Faulty(var form) ->
                page(400, screens.screen(place, form, null, screens.say().faulty()));
            case RuleFilling.Outcome.Changed(var form, var now) -> page(412, screens.overtaken(place, form, now));
        };
    }

    private static Response page(int status, RuleScreens.Screen screen) {
        return Response.status(status).entity(Templates.write(screen)).build();
    }

    private static @Nullable Long id(PageForm form, String field) {
        var typed = form.value(field);
        return typed.matches("[1-9][0-9]{0,17}") ? Long.valueOf(typed) : null;
    }
}
