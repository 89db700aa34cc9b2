package se.ringstuga.reminders;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;

/** Where a rule of the organization's own is changed; what was sent already stays sent. */
@Path("/o/{slug}/reminder-rules/{id}/edit")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RuleEditPages {

    private final RuleEditing editing;
    private final RuleFilling filling;
    private final RuleScreens screens;

    RuleEditPages(RuleEditing editing, RuleFilling filling, RuleScreens screens) {
        this.editing = editing;
        this.filling = filling;
        this.screens = screens;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id) {
        var rule = own(id);
        var form = RuleFormValues.of(rule, screens.clock());
        return RuleWritePages.Templates.write(screens.screen(place(rule), form, null, null));
    }

    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response save(@RestPath long id, MultivaluedMap<String, String> sent) {
        var rule = own(id);
        return RuleWritePages.answer(screens, place(rule), filling.change(rule, PageForm.of(sent)));
    }

    private ReminderRuleView own(long id) {
        var rule = editing.get(id);
        if (!rule.own()) {
            throw new NotFound();
        }
        return rule;
    }

    private RuleScreens.Place place(ReminderRuleView rule) {
        var base = screens.base() + "/" + rule.id();
        var segment = rule.segmentId();
        var useful = rule.usefulMinutes();
        return new RuleScreens.Place(
                base + "/edit",
                screens.back(rule.kindId(), rule.eventId()),
                heading(rule),
                base + "/do/archive",
                segment == null ? "" : segment.toString(),
                useful == null ? "" : useful.toString());
    }

    private String heading(ReminderRuleView rule) {
        var kind = rule.kindId();
        var event = rule.eventId();
        if (event != null) {
            return screens.say().onlyFor(editing.event(event).content().title());
        }
        return kind == null ? "" : screens.say().forKind(screens.kind(kind));
    }
}
