package se.ringstuga.reminders;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;

/** The rules of what is sent around events: on or off. */
@Path("/o/{slug}/reminder-rules")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ReminderRulePages {

    @CheckedTemplate(basePath = "ReminderRulePages")
    static class Templates {
        static native TemplateInstance list(Shown page);

        private Templates() {}
    }

    private final RuleEditing editing;
    private final RuleScreens screens;
    private final PageContext page;
    private final Access access;

    ReminderRulePages(RuleEditing editing, RuleScreens screens, PageContext page, Access access) {
        this.editing = editing;
        this.screens = screens;
        this.page = page;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(hidden = true)
    public TemplateInstance list(@QueryParam("kind") @DefaultValue("") String kind, @BeanParam PageRequest request) {
        var words = RuleWords.in(page.language());
        var kindId = kind.matches("[1-9][0-9]{0,17}") ? Long.valueOf(kind) : null;
        var found = editing.list(kindId, request);
        var more = found.next() == null
                ? null
                : screens.base() + "?cursor=" + found.next() + (kindId == null ? "" : "&kind=" + kindId);
        return Templates.list(new Shown(
                access.slug(),
                screens.base(),
                screens.kinds().stream()
                        .map(one ->
                                new Kind(one.value(), one.words(), one.value().equals(kind)))
                        .toList(),
                kindId == null ? "" : "?kind=" + kindId,
                found.items().stream().map(rule -> line(words, rule)).toList(),
                more,
                access.has(Permission.EVENTS_WRITE)));
    }

    private Line line(RuleWords words, ReminderRuleView rule) {
        var kind = rule.kindId();
        return new Line(
                rule.id(),
                rule.title(),
                kind == null ? "" : screens.kind(kind),
                words.of(rule.occasion(), rule.audience(), rule.timing()),
                rule.on(),
                rule.own());
    }

    /** On, off, or away. */
    @POST
    @Path("/{id}/do/{what}")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public RestResponse<Void> act(@RestPath long id, @RestPath String what) {
        var rule = editing.get(id);
        switch (what) {
            case "on" -> editing.switched(id, true);
            case "off" -> editing.switched(id, false);
            case "archive" -> editing.archive(id);
            default -> throw new NotFound();
        }
        return RestResponse.seeOther(URI.create(screens.back(rule.kindId(), rule.eventId())));
    }

    record Kind(String id, String title, boolean chosen) {}

    /**
     * The rules.
     *
     * @param query that keeps the chosen kind; empty when none is
     * @param next where the following page is; null on the last
     */
    record Shown(
            String slug,
            String base,
            List<Kind> kinds,
            String query,
            List<Line> rules,
            @Nullable String next,
            boolean mayWrite) {}

    record Line(long id, String title, String kind, String when, boolean on, boolean own) {}
}
