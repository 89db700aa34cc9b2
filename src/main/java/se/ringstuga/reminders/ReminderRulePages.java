package se.ringstuga.reminders;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.http.PageRequest;

/** The rules of what is sent around events: on, off, and in which words. */
@Path("/o/{slug}/reminder-rules")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ReminderRulePages {

    @CheckedTemplate(basePath = "ReminderRulePages")
    static class Templates {
        static native TemplateInstance list(Shown page);

        static native TemplateInstance edit(Edited page);

        private Templates() {}
    }

    private final RuleEditing editing;
    private final RuleSaving saving;
    private final PageContext page;
    private final Access access;

    ReminderRulePages(RuleEditing editing, RuleSaving saving, PageContext page, Access access) {
        this.editing = editing;
        this.saving = saving;
        this.page = page;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(hidden = true)
    public TemplateInstance list(@QueryParam("kind") @Nullable Long kind, @BeanParam PageRequest request) {
        var words = RuleWords.in(page.language());
        var kinds = editing.kinds();
        var found = editing.list(kind, request);
        var more = found.next() == null
                ? null
                : base() + "?cursor=" + found.next() + (kind == null ? "" : "&kind=" + kind);
        return Templates.list(new Shown(
                access.slug(),
                base(),
                found.items().stream().map(rule -> line(words, rule, kinds)).toList(),
                more,
                access.has(Permission.EVENTS_WRITE)));
    }

    private static Line line(RuleWords words, ReminderRuleView rule, Map<Long, String> kinds) {
        var kind = rule.kindId();
        return new Line(
                rule.id(),
                rule.title(),
                kind == null ? "" : kinds.getOrDefault(kind, ""),
                words.of(rule.occasion(), rule.audience(), rule.timing()),
                rule.on(),
                rule.own());
    }

    @POST
    @Path("/{id}/do/{what}")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public RestResponse<Void> act(@RestPath long id, @RestPath String what) {
        var rule = editing.get(id);
        var on = switch (what) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new NotFound();
        };
        saving.switched(rule, on);
        return RestResponse.seeOther(URI.create(base() + "?kind=" + rule.kindId()));
    }

    @GET
    @Path("/{id}/edit")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public TemplateInstance edit(@RestPath long id) {
        var rule = editing.get(id);
        return shown(rule, saving.form(rule));
    }

    @POST
    @Path("/{id}/edit")
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> save(@RestPath long id, MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        var rule = saving.read(id);
        try {
            saving.save(rule, form);
        } catch (InvalidInput wrong) {
            var words = RuleWords.in(page.language());
            var errors = wrong.violations().stream()
                    .map(violation -> violation.field().replaceAll("\\..*", ""))
                    .distinct()
                    .collect(Collectors.toMap(field -> field, words::wrong));
            return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(rule, form.withErrors(errors)));
        }
        return RestResponse.seeOther(URI.create(base() + "?kind=" + rule.kindId()));
    }

    private TemplateInstance shown(ReminderRuleView rule, PageForm form) {
        var words = RuleWords.in(page.language());
        return Templates.edit(new Edited(
                access.slug(),
                base(),
                rule,
                words.of(rule.occasion(), rule.audience(), rule.timing()),
                EventTexts.FIELDS.stream()
                        .map(field -> "{" + field.names().getFirst() + "}")
                        .collect(Collectors.joining(" ")),
                form));
    }

    private String base() {
        return "/o/" + access.slug() + "/reminder-rules";
    }

    /** @param next where the following page is; null on the last */
    record Shown(
            String slug,
            String base,
            List<Line> rules,
            @Nullable String next,
            boolean mayWrite) {}

    record Line(long id, String title, String kind, String when, boolean on, boolean own) {}

    /** @param fields what a text may name, in braces */
    record Edited(String slug, String base, ReminderRuleView rule, String when, String fields, PageForm form) {}
}
